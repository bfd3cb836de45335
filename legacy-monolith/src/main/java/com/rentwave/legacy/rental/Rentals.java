package com.rentwave.legacy.rental;

import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** All rentals. */
@ApplicationScoped
class Rentals {

    private final EntityManager entities;
    private final DataSource database;

    @Inject
    Rentals(EntityManager entities, DataSource database) {
        this.entities = entities;
        this.database = database;
    }

    protected Rentals() {
        this(null, null);
    }

    /** Whose side a list shows. */
    enum Role {
        RENTER,
        OWNER
    }

    /**
     * A new id. Whoever rents the same thing waits here until this transaction is over: two rows that exclude each other,
     * inserted at once, would wait for each other.
     */
    long nextId(Item item) {
        String sql = "SELECT nextval('s_rnt') FROM (SELECT pg_advisory_xact_lock(hashtextextended(?, 0))) l";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "rental." + item.type().word() + '.' + item.id());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    void add(Rental rental) {
        entities.persist(rental);
        entities.flush();
    }

    /** A day late of a rental; the database takes each only once. */
    void add(Rental rental, LateDay day, LocalDateTime now) {
        entities.createNativeQuery("INSERT INTO t_rnt_late (rnt_id, day_dt, fee_am, crt_ts) VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, rental.id())
                .setParameter(2, day.day())
                .setParameter(3, day.fee())
                .setParameter(4, now)
                .executeUpdate();
    }

    /** For a change: others wait until it is committed. */
    Optional<Rental> lock(long id) {
        return Optional.ofNullable(entities.find(Rental.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Rental> find(long id) {
        return Optional.ofNullable(entities.find(Rental.class, id));
    }

    /** Rentals with a day late that is not charged, those that wait longest first. */
    @SuppressWarnings("unchecked")
    List<Long> due(LocalDate today) {
        return entities.createNativeQuery(
                        "SELECT rnt_id FROM t_rnt WHERE sts_cd = 'A' AND to_dt + late_dd < ?1 ORDER BY to_dt + late_dd, rnt_id",
                        Long.class)
                .setParameter(1, today)
                .getResultList();
    }

    /** Whether a thing that is wanted today is late, so that nobody can fetch it. */
    boolean isOut(Item item, Period wanted, LocalDate today) {
        return !wanted.from().isAfter(today)
                && entities.createQuery("""
                                select count(r) from Rental r
                                where r.itemType = :type and r.itemId = :id and r.status = 'A' and r.to < :today""", Long.class)
                                .setParameter("type", item.type().code())
                                .setParameter("id", item.id())
                                .setParameter("today", today)
                                .getSingleResult()
                        > 0;
    }

    /**
     * The latest rentals, those before {@code place} only when it is given. Ids do not tell which is later: those of the two
     * sides of a migration have gaps of their own.
     */
    List<Rental> list(long userId, Role role, Optional<Cursor> place, int most) {
        String user = role == Role.RENTER ? "r.renterId" : "r.ownerId";
        String before =
                place.isPresent() ? " and (r.createdAt < :created or r.createdAt = :created and r.id < :last)" : "";
        TypedQuery<Rental> query = entities.createQuery(
                "select r from Rental r where " + user + " = :user" + before + " order by r.createdAt desc, r.id desc",
                Rental.class);
        place.ifPresent(last ->
                query.setParameter("created", Times.ofMicros(last.key())).setParameter("last", last.id()));
        return query.setParameter("user", userId).setMaxResults(most).getResultList();
    }
}
