package com.rentwave.rental.store;

import com.rentwave.rental.Item;
import com.rentwave.rental.Period;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days on which things cannot be rented, without telling by whom they are. */
@Repository
public class Occupation {

    /** What is late is occupied today as well: nobody knows about tomorrow. */
    private static final String OCCUPIED = """
            WITH days AS (
                SELECT daterange(from_date, occupied_to) * w.days AS days
                FROM rental, (SELECT daterange(:from, :to) AS days) w
                WHERE item_type = :type AND item_id = :id AND daterange(from_date, occupied_to) && w.days
                UNION ALL
                SELECT daterange(to_date, :today, '[]') * daterange(:from, :to)
                FROM rental WHERE item_type = :type AND item_id = :id AND status = 'ACTIVE' AND to_date < :today)
            SELECT lower(d), upper(d) FROM (SELECT unnest(range_agg(days)) AS d FROM days) u ORDER BY 1""";

    private final JdbcClient database;

    Occupation(JdbcClient database) {
        this.database = database;
    }

    /** The occupied parts of a period, in order; none touches another. */
    public List<Period> of(Item item, Period period, LocalDate today) {
        return database.sql(OCCUPIED)
                .param("from", period.from())
                .param("to", period.to())
                .param("type", item.type().name())
                .param("id", item.id())
                .param("today", today)
                .query((row, number) ->
                        new Period(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .list();
    }
}
