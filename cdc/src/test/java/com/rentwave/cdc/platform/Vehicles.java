package com.rentwave.cdc.platform;

/** SQL of vehicles. */
public final class Vehicles {

    private static final String LEGACY_COLUMNS =
            "%s, 7, 'Skoda', %s, 2021, 'WG', 5, 640, 'M', 'DI', 'F', %s, 4500, 2000, 'EUR', 1, 30, 'Y', 0,"
                    + " timestamp '2026-11-20 09:00:00.123456', timestamp '2026-11-20 09:00:00.5'";
    private static final String SERVICE_COLUMNS =
            "%s, 7, 'Skoda', %s, 2021, 'WAGON', 5, 640, 'MANUAL', 'DIESEL', 'FRONT', '{\"b\": \"2\", \"a\": \"1\"}', 4500,"
                    + " 2000, 'EUR', 1, 30, true, 0, '2026-11-20 09:00:00.123456Z', '2026-11-20 09:00:00.5Z'";

    private Vehicles() {}

    public static String insertLegacy(long id) {
        return "INSERT INTO t_veh VALUES (" + LEGACY_COLUMNS.formatted(id, "'Octavia'", "'a=1'") + ')';
    }

    public static String insertLegacy(long id, String model, String attributes) {
        return "INSERT INTO t_veh VALUES ("
                + LEGACY_COLUMNS.formatted(id, '\'' + model + '\'', '\'' + attributes + '\'') + ')';
    }

    /** Several rows in one statement: they share one log position. */
    public static String insertLegacyRange(long first, long last, String model) {
        return "INSERT INTO t_veh SELECT " + LEGACY_COLUMNS.formatted("g", '\'' + model + '\'', "''")
                + " FROM generate_series(" + first + ", " + last + ", 2) g";
    }

    public static String insertService(long id) {
        return "INSERT INTO vehicle VALUES (" + SERVICE_COLUMNS.formatted(id, "'Octavia'") + ')';
    }
}
