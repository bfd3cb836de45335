package com.rentwave.legacy.vehicle;

import com.rentwave.legacy.offer.Offered;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A vehicle on offer. */
@Entity
@Table(name = "t_veh")
class Vehicle extends Offered {

    @Id
    @Column(name = "veh_id")
    private long id;

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

    protected Vehicle() {}

    /** A new vehicle can be rented at once. */
    Vehicle(long id, long ownerId, VehicleDetails details, LocalDateTime now) {
        super(ownerId, details.terms(), now);
        this.id = id;
        describe(details);
    }

    void change(VehicleDetails details, LocalDateTime now) {
        describe(details);
        change(details.terms(), now);
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String title() {
        return make + ' ' + model;
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
                terms());
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
    }
}
