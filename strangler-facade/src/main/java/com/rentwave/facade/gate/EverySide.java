package com.rentwave.facade.gate;

import com.rentwave.facade.gate.Gate.Finding;
import com.rentwave.facade.ownership.SideDatabases;
import com.rentwave.sync.Side;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks the same question of the databases of an API's two sides: rows that a query gives back are what is in the way. */
final class EverySide {

    private EverySide() {}

    /**
     * @param sql gives one text a row, each a reason for a no
     * @param yes the sentence when no side gives a row
     */
    static Finding hasNone(SideDatabases databases, String api, String sql, String yes, Object... values)
            throws SQLException {
        List<String> inTheWay = new ArrayList<>();
        for (Side side : Side.values()) {
            try (Connection connection = databases.of(api, side).getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        inTheWay.add(side.word() + ": " + rows.getString(1));
                    }
                }
            }
        }
        return inTheWay.isEmpty() ? Finding.yes(yes) : Finding.no(String.join("; ", inTheWay));
    }
}
