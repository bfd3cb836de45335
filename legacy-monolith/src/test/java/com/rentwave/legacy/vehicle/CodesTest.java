package com.rentwave.legacy.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.legacy.offer.Coded;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodesTest {

    @Test
    void areTheOldTablesCodes() {
        assertThat(codes(SizeClass.values()))
                .isEqualTo(
                        "TS=TWO_SEATER MI=MINI SC=SUBCOMPACT CO=COMPACT MS=MIDSIZE LG=LARGE WG=WAGON SU=SUV MV=MINIVAN"
                                + " VN=VAN PU=PICKUP SP=SPECIAL");
        assertThat(codes(Transmission.values())).isEqualTo("M=MANUAL A=AUTOMATIC");
        assertThat(codes(Fuel.values()))
                .isEqualTo("PE=PETROL DI=DIESEL HY=HYBRID EL=ELECTRIC LP=LPG CN=CNG ET=ETHANOL");
        assertThat(codes(Drive.values())).isEqualTo("F=FRONT R=REAR A=ALL P=PART_TIME");
    }

    @Test
    void comeBackAsTheyWent() {
        for (SizeClass word : SizeClass.values()) {
            SizeClass.Column column = new SizeClass.Column();
            assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(word)))
                    .isEqualTo(word);
        }
        assertThatThrownBy(() -> new Fuel.Column().convertToEntityAttribute("XX"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static <T extends Enum<T> & Coded> String codes(T[] words) {
        return Arrays.stream(words).map(word -> word.code() + '=' + word.name()).collect(Collectors.joining(" "));
    }
}
