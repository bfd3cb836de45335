package com.rentwave.rental.store;

import com.rentwave.rental.Item;
import com.rentwave.rental.ItemType;
import com.rentwave.rental.LateDay;
import com.rentwave.rental.Period;
import com.rentwave.rental.Refused;
import com.rentwave.rental.Rental;
import com.rentwave.rental.RentalStatus;
import com.rentwave.service.store.SqlState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All rentals. */
@Repository
public class Rentals {

    private static final String EXCLUDED = "23P01";
    private static final String COLUMNS = "id, item_type, item_id, title, renter_id, owner_id, from_date, to_date,"
            + " occupied_to, price, late_fee_per_day, currency, status, late_days, late_fees, created_at, returned_at,"
            + " cancelled_at, updated_at";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM rental";

    private final JdbcClient database;

    Rentals(JdbcClient database) {
        this.database = database;
    }

    /** Whose side a list shows. */
    public enum Role {
        RENTER("renter_id"),
        OWNER("owner_id");

        private final String column;

        Role(String column) {
            this.column = column;
        }
    }

    /**
     * A new id. Whoever rents the same thing waits here until this transaction is over: two rows that exclude each other,
     * inserted at once, would wait for each other.
     */
    public long nextId(Item item) {
        return database.sql("SELECT nextval('rental_id') FROM (SELECT pg_advisory_xact_lock(hashtextextended(?, 0))) l")
                .param("rental." + item.type().word() + '.' + item.id())
                .query(Long.class)
                .single();
    }

    /** @throws Refused when the thing is rented to somebody else on one of the days */
    public void add(Rental rental) {
        try {
            database.sql("INSERT INTO rental (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                    .params(
                            rental.id(),
                            rental.item().type().name(),
                            rental.item().id(),
                            rental.title(),
                            rental.renterId(),
                            rental.ownerId(),
                            rental.period().from(),
                            rental.period().to(),
                            rental.occupiedTo(),
                            rental.price(),
                            rental.lateFeePerDay(),
                            rental.currency(),
                            rental.status().name(),
                            rental.lateDays(),
                            rental.lateFees(),
                            time(rental.createdAt()),
                            time(rental.returnedAt()),
                            time(rental.cancelledAt()),
                            time(rental.updatedAt()))
                    .update();
        } catch (DataAccessException e) {
            if (SqlState.of(e).filter(EXCLUDED::equals).isPresent()) {
                throw alreadyRented(rental.item());
            }
            throw e;
        }
    }

    /** @throws Refused when the thing is rented to somebody else on one of the days */
    public void mustBeFree(Item item, Period wanted) {
        boolean taken = database.sql("""
                        SELECT EXISTS (SELECT FROM rental WHERE item_type = ? AND item_id = ?
                            AND daterange(from_date, occupied_to) && daterange(?, ?))""")
                .params(item.type().name(), item.id(), wanted.from(), wanted.to())
                .query(Boolean.class)
                .single();
        if (taken) {
            throw alreadyRented(item);
        }
    }

    private static Refused alreadyRented(Item item) {
        return new Refused(
                Refused.Why.ALREADY_RENTED,
                item.named() + " is rented to somebody else on at least one of these days.");
    }

    /** Stores what can change of a rental. */
    public void change(Rental rental) {
        database.sql("""
                        UPDATE rental SET occupied_to = ?, status = ?, late_days = ?, late_fees = ?, returned_at = ?,
                            cancelled_at = ?, updated_at = ? WHERE id = ?""")
                .params(
                        rental.occupiedTo(),
                        rental.status().name(),
                        rental.lateDays(),
                        rental.lateFees(),
                        time(rental.returnedAt()),
                        time(rental.cancelledAt()),
                        time(rental.updatedAt()),
                        rental.id())
                .update();
    }

    /** A day late of a rental; the database takes each only once. */
    public void add(Rental rental, LateDay day, Instant now) {
        database.sql("INSERT INTO rental_late (rental_id, day, fee, created_at) VALUES (?, ?, ?, ?)")
                .params(rental.id(), day.day(), day.fee(), time(now))
                .update();
    }

    /** For a change: others wait until it is committed. */
    public Optional<Rental> lock(long id) {
        return database.sql(SELECT + " WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Rentals::rental)
                .optional();
    }

    public Optional<Rental> find(long id) {
        return database.sql(SELECT + " WHERE id = ?")
                .param(id)
                .query(Rentals::rental)
                .optional();
    }

    /** Rentals with a day late that is not charged, those that wait longest first. */
    public List<Long> due(LocalDate today) {
        return database.sql("""
                        SELECT id FROM rental WHERE status = 'ACTIVE' AND to_date + late_days < ?
                        ORDER BY to_date + late_days, id""").param(today).query(Long.class).list();
    }

    /** Whether a thing that is wanted today is late, so that nobody can fetch it. */
    public boolean isOut(Item item, Period wanted, LocalDate today) {
        return !wanted.from().isAfter(today)
                && database.sql("""
                                SELECT EXISTS (SELECT FROM rental
                                WHERE item_type = ? AND item_id = ? AND status = 'ACTIVE' AND to_date < ?)""")
                        .params(item.type().name(), item.id(), today)
                        .query(Boolean.class)
                        .single();
    }

    /** The latest rentals; ids of the two sides have gaps of their own, so they do not tell which is later. */
    public List<Rental> list(long userId, Role role, int most) {
        return database.sql(SELECT + " WHERE " + role.column + " = ? ORDER BY created_at DESC, id DESC LIMIT ?")
                .params(userId, most)
                .query(Rentals::rental)
                .list();
    }

    /** The latest rentals before another one, which was created at this time. */
    public List<Rental> list(long userId, Role role, Instant created, long id, int most) {
        return database.sql(SELECT + " WHERE " + role.column
                        + " = ? AND (created_at, id) < (?, ?) ORDER BY created_at DESC, id DESC LIMIT ?")
                .params(userId, time(created), id, most)
                .query(Rentals::rental)
                .list();
    }

    private static Rental rental(ResultSet row, int number) throws SQLException {
        return new Rental(
                row.getLong(1),
                new Item(ItemType.valueOf(row.getString(2)), row.getLong(3)),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                new Period(row.getObject(7, LocalDate.class), row.getObject(8, LocalDate.class)),
                row.getObject(9, LocalDate.class),
                row.getLong(10),
                row.getLong(11),
                row.getString(12),
                RentalStatus.valueOf(row.getString(13)),
                row.getInt(14),
                row.getLong(15),
                time(row, 16),
                time(row, 17),
                time(row, 18),
                time(row, 19));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
