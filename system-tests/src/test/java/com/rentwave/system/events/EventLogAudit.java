package com.rentwave.system.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.platform.JdbcSettings;
import com.rentwave.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the event log against the rows of the product: every user, book, advert, vehicle, room, rental, day late and movement
 * of money has exactly the events of what happened to it, in the order in which it happened. Says nothing about who did it or
 * which side owned the API, so it can be asked after anything, as soon as nobody writes any more.
 */
public final class EventLogAudit {

    private static final Duration LONGEST_ON_THE_WAY = Duration.ofSeconds(90);
    private static final List<String> TYPES = List.of(
            "book.add",
            "book.update",
            "rent.cancel",
            "rent.complete",
            "rent.late",
            "rent.start",
            "room.add",
            "room.update",
            "user.register",
            "vehicle.add",
            "vehicle.update",
            "wallet.change");

    private final JdbcSettings legacy;

    public EventLogAudit(Platform platform) {
        this.legacy = platform.jdbc("legacy");
    }

    /** Fails with what is missing, there twice or out of order once the last events have had time to arrive. */
    public void everyEventIsThereOnceAndInOrder() {
        await("the event log agrees with the rows")
                .atMost(LONGEST_ON_THE_WAY)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(findings()).isEmpty());
    }

    /** Fails unless something of each type has happened. */
    public void everyTypeIsThere() {
        assertThat(column("SELECT DISTINCT typ_cd FROM t_evt ORDER BY typ_cd")).containsExactlyElementsOf(TYPES);
    }

    private List<String> findings() {
        List<String> findings = column(sql("counts.sql"));
        findings.addAll(column(sql("order.sql")));
        return findings;
    }

    private List<String> column(String query) {
        List<String> values = new ArrayList<>();
        try (Connection connection = legacy.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }

    private static String sql(String name) {
        try (InputStream in = EventLogAudit.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
