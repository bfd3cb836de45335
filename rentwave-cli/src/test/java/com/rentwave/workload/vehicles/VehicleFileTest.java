package com.rentwave.workload.vehicles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.workload.api.VehicleDraft;
import com.rentwave.workload.rows.RowFile;
import com.rentwave.workload.rows.RowFileException;
import com.rentwave.workload.rows.Told;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the import reads, and what it says about everything else. */
class VehicleFileTest {

    private static final String HEADER = String.join(",", VehicleFile.COLUMNS) + "\n";
    private static final String ROW =
            "1,Falke,Duna GT,2006,Compact Cars,Manual 5-spd,Front-Wheel Drive,4,1.8,Regular,30,22\n";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("vehicles.csv");
    }

    private RowFile<VehicleDraft> read(String text) {
        return read(text, StandardCharsets.UTF_8);
    }

    private RowFile<VehicleDraft> read(String text, Charset charset) {
        try {
            Files.write(file, text.getBytes(charset));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return VehicleFile.read(file, "EUR");
    }

    private VehicleDraft only(String row) {
        RowFile<VehicleDraft> read = read(HEADER + row);
        assertThat(read.unmapped()).isEmpty();
        assertThat(read.rows()).hasSize(1);
        return read.rows().get(0).thing();
    }

    @Test
    void derivesSeatsBootAndPriceFromClassAndYear() {
        VehicleDraft vehicle = only(ROW);

        assertThat(vehicle.sizeClass()).isEqualTo("COMPACT");
        assertThat(vehicle.seats()).isEqualTo(5);
        assertThat(vehicle.bootLitres()).isEqualTo(380);
        assertThat(vehicle.pricePerDay()).isEqualTo(3_600);
        assertThat(vehicle.lateFeePerDay()).isEqualTo(1_800);
        assertThat(vehicle.transmission()).isEqualTo("MANUAL");
        assertThat(vehicle.attributes()).containsEntry("epaId", "1").containsEntry("displacementLitres", "1.8");
    }

    @Test
    void keepsCommasInQuotedFieldsAndLeavesEmptyFieldsOut() {
        VehicleDraft vehicle = only(
                "2,Falke,\"Duna, \"\"long\"\"\",1998,\"Vans, Cargo Type\",Automatic 4-spd,2-Wheel Drive,,,Electricity,,\n");

        assertThat(vehicle.model()).isEqualTo("Duna, \"long\"");
        assertThat(vehicle.sizeClass()).isEqualTo("VAN");
        assertThat(vehicle.seats()).isEqualTo(2);
        assertThat(vehicle.drive()).isEqualTo("REAR");
        assertThat(vehicle.attributes()).doesNotContainKeys("cylinders", "highwayMpg");
    }

    @Test
    void takesAnEmptyTransmissionOfAnElectricVehicleAsAutomaticAndTellsAnyOther() {
        assertThat(only("3,F,M,2001,Minivan - 2WD,,2-Wheel Drive,,,Electricity,33,45\n")
                        .transmission())
                .isEqualTo("AUTOMATIC");

        RowFile<VehicleDraft> read =
                read(HEADER + ROW + "4,F,M,1984,Minivan - 2WD,,2-Wheel Drive,8,5.8,Regular,12,11\n" + ROW);

        assertThat(read.rows()).hasSize(2);
        assertThat(read.unmapped()).containsExactly(new Told(3, "transmission is empty"));
    }

    @Test
    void tellsEveryRowItCannotMapWithItsLineAndReason() {
        RowFile<VehicleDraft> read = read(HEADER
                + "5,F,M,84,Vans,Auto,2-Wheel Drive,8,5.8,Regular,12,11\n"
                + "6,F,M,1984,Boats,Auto,2-Wheel Drive,8,5.8,Regular,12,11\n"
                + "\n"
                + "7,F,\"two\nlines\",1984,Vans,Auto,2-Wheel Drive,8,5.8,Coal,12,11\n"
                + "8,F,M\n"
                + "9,,M,1984,Vans,Auto,2-Wheel Drive,8,5.8,Regular,12,11\n");

        assertThat(read.rows()).isEmpty();
        assertThat(read.unmapped())
                .containsExactly(
                        new Told(2, "year is not a year of four digits: \"84\""),
                        new Told(3, "size_class is not one this import knows: \"Boats\""),
                        new Told(5, "fuel is not one this import knows: \"Coal\""),
                        new Told(7, "has 3 columns, not 12"),
                        new Told(8, "make is empty"));
    }

    @Test
    void acceptsAByteOrderMarkAndCarriageReturns() {
        RowFile<VehicleDraft> read = read("\uFEFF" + (HEADER + ROW).replace("\n", "\r\n"));

        assertThat(read.rows()).hasSize(1);
        assertThat(read.unmapped()).isEmpty();
    }

    @Test
    void refusesAnotherHeaderAndShowsBoth() {
        assertThatThrownBy(() -> read("id;make\n1;F\n"))
                .isInstanceOf(RowFileException.class)
                .hasMessageContaining("expected: epa_id,make")
                .hasMessageContaining("found:    id;make");
    }

    @Test
    void refusesAnotherEncodingWithTheLine() {
        assertThatThrownBy(() -> read(HEADER + ROW + ROW.replace("Duna", "Düna"), StandardCharsets.ISO_8859_1))
                .isInstanceOf(RowFileException.class)
                .hasMessageContaining("not UTF-8")
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> read(HEADER + ROW, StandardCharsets.UTF_16LE))
                .isInstanceOf(RowFileException.class)
                .hasMessageContaining("UTF-16");
    }

    @Test
    void refusesAnEmptyFileAnUnendedQuoteAndNoFile() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> read(HEADER + "1,\"Falke,Duna\n")).hasMessageContaining("not readable as CSV");
        assertThatThrownBy(() -> VehicleFile.read(folder.resolve("none"), "EUR"))
                .hasMessageContaining("no file");
    }

    @Test
    void hasTheSameHashForTheSameBytesOnly() {
        assertThat(read(HEADER + ROW).sha256())
                .isEqualTo(read(HEADER + ROW).sha256())
                .isNotEqualTo(read(HEADER + ROW + ROW).sha256());
    }
}
