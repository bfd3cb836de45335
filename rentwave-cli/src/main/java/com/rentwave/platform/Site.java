package com.rentwave.platform;

/** Where one RentWave lives: its folder, ports, secrets, the build it runs, and the clock of its rentals. */
record Site(DataFolder folder, Ports ports, Secrets secrets, Artefacts artefacts, MovableClock clock) {

    Site(DataFolder folder, Ports ports, Secrets secrets, Artefacts artefacts) {
        this(folder, ports, secrets, artefacts, MovableClock.FIXED);
    }

    /** The address of a database, for the owner of a role. */
    JdbcSettings jdbc(String database, String role) {
        return new JdbcSettings(
                "jdbc:postgresql://127.0.0.1:" + ports.postgresql() + "/" + database,
                role,
                secrets.databasePassword(role));
    }
}
