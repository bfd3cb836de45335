package com.rentwave.vehicle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A vehicle that its owner rents out.
 *
 * <p>Every change raises {@code version} by one, also a change to the same values; versions and times of rows that
 * arrive from the other side are that side's. All times are whole microseconds, which is what the database keeps.
 * The version is counted here and not by JPA, because writers of one vehicle take turns on its row lock.
 */
@Entity
@Table(name = "vehicle")
public class Vehicle {

    @Id
    private long id;

    @Column(name = "owner_id", nullable = false, updatable = false)
    private long ownerId;

    @Column(nullable = false)
    private String make;

    @Column(nullable = false)
    private String model;

    @Column(name = "model_year", nullable = false)
    private int year;

    @Enumerated(EnumType.STRING)
    @Column(name = "size_class", nullable = false)
    private SizeClass sizeClass;

    @Column(nullable = false)
    private int seats;

    @Column(name = "boot_litres", nullable = false)
    private int bootLitres;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Transmission transmission;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Fuel fuel;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Drive drive;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    private Map<String, String> attributes;

    @Column(name = "price_per_day", nullable = false)
    private long pricePerDay;

    @Column(name = "late_fee_per_day", nullable = false)
    private long lateFeePerDay;

    @Column(nullable = false)
    private String currency;

    @Column(name = "min_days", nullable = false)
    private int minDays;

    @Column(name = "max_days", nullable = false)
    private int maxDays;

    @Column(nullable = false)
    private boolean available;

    @Column(nullable = false)
    private long version;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    /** For JPA. */
    protected Vehicle() {}

    /** A vehicle put on offer for the first time: available, at version 0. */
    public Vehicle(long id, long ownerId, VehicleDetails details, Instant now) {
        this.id = id;
        this.ownerId = ownerId;
        this.available = true;
        this.version = 0;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.updatedAt = createdAt;
        describe(details);
    }

    /** Replaces what the owner says about it. */
    public void change(VehicleDetails details, Instant now) {
        describe(details);
        changed(now);
    }

    /** Puts it on offer, or takes it off. */
    public void offer(boolean toRent, Instant now) {
        available = toRent;
        changed(now);
    }

    /** @throws NotYours unless the user is its owner */
    public void mustBelongTo(long userId) {
        if (userId != ownerId) {
            throw new NotYours(id);
        }
    }

    private void changed(Instant now) {
        version++;
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private void describe(VehicleDetails details) {
        make = details.make();
        model = details.model();
        year = details.year();
        sizeClass = details.sizeClass();
        seats = details.seats();
        bootLitres = details.bootLitres();
        transmission = details.transmission();
        fuel = details.fuel();
        drive = details.drive();
        attributes = new TreeMap<>(details.attributes());
        pricePerDay = details.pricePerDay();
        lateFeePerDay = details.lateFeePerDay();
        currency = details.currency();
        minDays = details.minDays();
        maxDays = details.maxDays();
    }

    public VehicleDetails details() {
        return new VehicleDetails(
                make,
                model,
                year,
                sizeClass,
                seats,
                bootLitres,
                transmission,
                fuel,
                drive,
                new TreeMap<>(attributes),
                pricePerDay,
                lateFeePerDay,
                currency,
                minDays,
                maxDays);
    }

    public long id() {
        return id;
    }

    public long ownerId() {
        return ownerId;
    }

    public boolean available() {
        return available;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public long pricePerDay() {
        return pricePerDay;
    }
}
