package com.rentwave.workload.vehicles;

import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.VehicleDraft;
import com.rentwave.workload.rows.RowFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Plausible vehicles, the same ones for the same seed. */
public final class MadeUpVehicles {

    private static final List<String> MAKES =
            List.of("Aurora", "Borealis", "Cygnet", "Dorado", "Estrella", "Falke", "Gavia", "Heron", "Ibis", "Jacana");
    private static final List<String> MODELS = List.of(
            "Alba", "Brisa", "Cima", "Duna", "Erica", "Fresia", "Ginestra", "Helia", "Iris", "Jura", "Kestrel", "Luna");
    private static final List<String> TRIMS = List.of("", " GT", " Sport", " 4x4", " Touring", " Eco");
    private static final List<String> FUELS =
            List.of("PETROL", "PETROL", "PETROL", "DIESEL", "DIESEL", "HYBRID", "ELECTRIC", "LPG", "CNG", "ETHANOL");
    private static final List<String> DRIVES = List.of("FRONT", "FRONT", "REAR", "ALL", "PART_TIME");
    private static final List<String> COLOURS = List.of("black", "white", "silver", "rouge café", "mørk blå", "緑");

    private final Random random;

    public MadeUpVehicles(long seed) {
        this.random = new Random(seed);
    }

    /** {@code count} vehicles as if they had been read from a file, so that an import can be resumed and repeated. */
    public static RowFile<VehicleDraft> file(long seed, int count) {
        MadeUpVehicles vehicles = new MadeUpVehicles(seed);
        List<RowFile.Row<VehicleDraft>> rows = new ArrayList<>();
        for (int line = 1; line <= count; line++) {
            rows.add(new RowFile.Row<>(line, vehicles.next()));
        }
        return new RowFile<>(RentWaveClient.sha256("made up " + seed), rows, List.of(), List.of());
    }

    public VehicleDraft next() {
        EpaSizeClass[] sizes = EpaSizeClass.values();
        EpaSizeClass size = sizes[random.nextInt(sizes.length)];
        int year = 1984 + random.nextInt(32);
        long price = size.pricePerDay(year);
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("colour", one(COLOURS));
        attributes.put("doors", String.valueOf(2 + random.nextInt(4)));
        if (random.nextBoolean()) {
            attributes.put("note", "isofix=yes\\no; roof box = 50 kg");
        }
        return new VehicleDraft(
                one(MAKES),
                one(MODELS) + one(TRIMS),
                year,
                size.sizeClass,
                size.seats,
                size.bootLitres,
                random.nextInt(3) == 0 ? "MANUAL" : "AUTOMATIC",
                one(FUELS),
                one(DRIVES),
                attributes,
                price,
                price / 2,
                "EUR",
                1,
                30);
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
