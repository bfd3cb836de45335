package com.rentwave.workload.vehicles;

import com.rentwave.workload.api.VehicleDraft;
import com.rentwave.workload.rows.RowFile;
import java.nio.file.Path;
import java.util.List;

/** A CSV file of vehicles. */
public final class VehicleFile {

    /** The columns, in this order, are the header. */
    public static final List<String> COLUMNS = List.of(
            "epa_id",
            "make",
            "model",
            "year",
            "size_class",
            "transmission",
            "drive",
            "cylinders",
            "displacement_l",
            "fuel",
            "highway_mpg",
            "city_mpg");

    private VehicleFile() {}

    /**
     * Reads and maps the file.
     *
     * @throws com.rentwave.workload.rows.RowFileException when the file as a whole is not what this import reads
     */
    public static RowFile<VehicleDraft> read(Path file, String currency) {
        EpaMapping mapping = new EpaMapping(currency);
        return RowFile.read(file, COLUMNS, (fields, notes) -> mapping.map(row(fields)));
    }

    private static EpaRow row(List<String> f) {
        return new EpaRow(
                f.get(0), f.get(1), f.get(2), f.get(3), f.get(4), f.get(5), f.get(6), f.get(7), f.get(8), f.get(9),
                f.get(10), f.get(11));
    }
}
