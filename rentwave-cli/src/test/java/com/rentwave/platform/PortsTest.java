package com.rentwave.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void putsEveryPortAtItsDocumentedDistanceFromTheBase() {
        assertThat(Ports.from(22000))
                .isEqualTo(new Ports(22000, 22001, 22010, 22011, 22020, 22025, 22030, 22040, 22050, 22051));
    }

    @Test
    void staysBelowThePortsTheSystemHandsOutByItself() {
        assertThat(Arrays.stream(PartName.values()).flatMap(part -> Ports.defaults().allOf(part).stream()))
                .hasSize(10)
                .allMatch(port -> port < 32768);
    }

    @Test
    void refusesABaseThatDoesNotLeaveRoom() {
        assertThatThrownBy(() -> Ports.from(80))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("80");
        assertThatThrownBy(() -> Ports.from(65500)).isInstanceOf(PlatformException.class);
        assertThat(Ports.from(65484).kafkaController()).isEqualTo(65535);
    }

    @Test
    void findsAPortForRentalsWhereADataFolderRemembersNone() {
        assertThat(new Ports(8080, 8081, 8180, 8190, 8280, 0, 8380, 15432, 19092, 19093))
                .isEqualTo(Ports.defaults());
        assertThat(new Ports(22000, 22001, 22010, 22011, 22020, 0, 22030, 22040, 22050, 22051))
                .isEqualTo(Ports.from(22000));
    }

    @Test
    void refusesTwoPartsOnOnePort() {
        assertThatThrownBy(() -> new Ports(8080, 8080, 3, 4, 5, 6, 7, 8, 9, 10))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("share one port");
    }

    @Test
    void knowsThePartsByTheNamesPeopleType() {
        assertThat(PartName.of("facade")).isEqualTo(PartName.FACADE);
        assertThat(PartName.of("Legacy-Monolith")).isEqualTo(PartName.MONOLITH);
        assertThatThrownBy(() -> PartName.of("fasade"))
                .isInstanceOf(PlatformException.class)
                .hasMessage("There is no part named fasade. The parts are postgresql, kafka, monolith, vehicle-service,"
                        + " rental-service, cdc, facade.");
    }
}
