package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.web.Times;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A vehicle on offer. Every change raises the version by one; version and time of creation together name one state of one
 * vehicle for ever, even when rows are written by somebody else.
 */
@Entity
@Table(name = "t_veh")
class Vehicle {

    private static final int BASE_36 = 36;
    private static final String YES = "Y";
    private static final String NO = "N";

    @Id
    @Column(name = "veh_id")
    private long id;

    @Column(name = "own_usr_id", nullable = false)
    private long ownerId;

    @Column(name = "mk_nm", nullable = false)
    private String make;

    @Column(name = "mdl_nm", nullable = false)
    private String model;

    @Column(name = "yr_no", nullable = false)
    private int year;

    @Column(name = "sz_cd", nullable = false)
    private SizeClass sizeClass;

    @Column(name = "seat_ct", nullable = false)
    private int seats;

    @Column(name = "boot_lt", nullable = false)
    private int bootLitres;

    @Column(name = "trn_cd", nullable = false)
    private Transmission transmission;

    @Column(name = "fuel_cd", nullable = false)
    private Fuel fuel;

    @Column(name = "drv_cd", nullable = false)
    private Drive drive;

    @Column(name = "attr_tx", nullable = false)
    private String attributes;

    @Column(name = "day_prc_am", nullable = false)
    private long pricePerDay;

    @Column(name = "late_fee_am", nullable = false)
    private long lateFeePerDay;

    @Column(name = "ccy_cd", nullable = false)
    private String currency;

    @Column(name = "min_dd", nullable = false)
    private int minDays;

    @Column(name = "max_dd", nullable = false)
    private int maxDays;

    @Column(name = "avl_fl", nullable = false)
    @JdbcTypeCode(SqlTypes.CHAR)
    private String available;

    @Column(name = "ver_no", nullable = false)
    private long version;

    @Column(name = "crt_ts", nullable = false, updatable = false)
    private LocalDateTime createdAt;

    @Column(name = "upd_ts", nullable = false)
    private LocalDateTime updatedAt;

    protected Vehicle() {}

    /** A new vehicle can be rented at once. */
    Vehicle(long id, long ownerId, VehicleDetails details, LocalDateTime now) {
        this.id = id;
        this.ownerId = ownerId;
        this.available = YES;
        this.createdAt = now;
        this.updatedAt = now;
        describe(details);
    }

    void change(VehicleDetails details, LocalDateTime now) {
        describe(details);
        changed(now);
    }

    void offer(boolean offered, LocalDateTime now) {
        available = offered ? YES : NO;
        changed(now);
    }

    boolean isOwnedBy(long userId) {
        return ownerId == userId;
    }

    long id() {
        return id;
    }

    long pricePerDay() {
        return pricePerDay;
    }

    LocalDateTime createdAt() {
        return createdAt;
    }

    boolean isAvailable() {
        return YES.equals(available);
    }

    /** Names this state of this vehicle, quotes included. */
    String etag() {
        return '"' + Long.toString(version) + '-' + Long.toString(Times.micros(createdAt), BASE_36) + '"';
    }

    VehicleDetails details() {
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
                Attributes.parse(attributes),
                pricePerDay,
                lateFeePerDay,
                currency,
                minDays,
                maxDays);
    }

    long ownerId() {
        return ownerId;
    }

    long version() {
        return version;
    }

    LocalDateTime updatedAt() {
        return updatedAt;
    }

    private void changed(LocalDateTime now) {
        version++;
        updatedAt = now;
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
        attributes = Attributes.text(details.attributes());
        pricePerDay = details.pricePerDay();
        lateFeePerDay = details.lateFeePerDay();
        currency = details.currency();
        minDays = details.minDays();
        maxDays = details.maxDays();
    }
}
