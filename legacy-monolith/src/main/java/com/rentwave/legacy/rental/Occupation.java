package com.rentwave.legacy.rental;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The days on which things cannot be rented, without telling by whom they are. */
@ApplicationScoped
class Occupation {

    /** What is late is occupied today as well: nobody knows about tomorrow. */
    private static final String OCCUPIED = """
            WITH days AS (
                SELECT daterange(frm_dt, occ_to_dt) * w.days AS days
                FROM t_rnt, (SELECT daterange(?::date, ?::date) AS days) w
                WHERE itm_cd = ? AND itm_id = ? AND daterange(frm_dt, occ_to_dt) && w.days
                UNION ALL
                SELECT daterange(to_dt, ?::date, '[]') * daterange(?::date, ?::date)
                FROM t_rnt WHERE itm_cd = ? AND itm_id = ? AND sts_cd = 'A' AND to_dt < ?)
            SELECT lower(d), upper(d) FROM (SELECT unnest(range_agg(days)) AS d FROM days) u ORDER BY 1""";

    private final DataSource database;

    @Inject
    Occupation(DataSource database) {
        this.database = database;
    }

    protected Occupation() {
        this(null);
    }

    /** The occupied parts of a period, in order; none touches another. */
    List<Period> of(Item item, Period period, LocalDate today) {
        Object[] values = {
            period.from(),
            period.to(),
            item.type().code(),
            item.id(),
            today,
            period.from(),
            period.to(),
            item.type().code(),
            item.id(),
            today
        };
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OCCUPIED)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<Period> occupied = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    occupied.add(new Period(rows.getObject(1, LocalDate.class), rows.getObject(2, LocalDate.class)));
                }
            }
            return occupied;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
