package com.rentwave.cdc.capture;

import com.rentwave.sync.TableMapping;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The publication of a captured database. It must be there before the slot is, or the slot can never be read. */
final class Publication {

    private Publication() {}

    /** @throws CaptureException when a table is not published, most of all because nobody has migrated the database yet */
    static void check(Connection connection, CaptureSettings settings) throws SQLException, CaptureException {
        Set<String> missing = settings.apis().stream()
                .flatMap(api -> api.tables().stream())
                .map((TableMapping table) -> table.shape(settings.side()).name())
                .collect(Collectors.toCollection(TreeSet::new));
        missing.add(settings.outbox().name());
        missing.add("ownership");
        String query = "SELECT tablename FROM pg_publication_tables WHERE pubname = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, CaptureSettings.PUBLICATION);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    missing.remove(rows.getString(1));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new CaptureException("the database " + settings.name() + " is not ready: its publication "
                    + CaptureSettings.PUBLICATION + " lacks " + missing + "; its application makes it when it starts");
        }
    }
}
