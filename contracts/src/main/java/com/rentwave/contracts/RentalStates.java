package com.rentwave.contracts;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** States of rentals. */
final class RentalStates {

    static final String FROM = "2090-03-01";
    static final String TO = "2090-03-03";

    /** A rental of two days that begins today is late by one day then. */
    static final int DAYS_UNTIL_LATE = 3;

    private final People people;
    private final Days days;

    /** Lets days pass for rentals. */
    interface Days {
        void letPass(int days) throws IOException;
    }

    RentalStates(People people, Days days) {
        this.people = people;
        this.days = days;
    }

    void addTo(Map<String, ProviderStates.State> states) {
        states.put("another user has a vehicle and the user has money", (made, asked) -> rentable(made));
        states.put("another user has a vehicle and the user has no money", (made, asked) -> {
            VehicleStates.into(made, VehicleStates.vehicle(people.other()));
            people.newcomer().into(made);
        });
        states.put("another user has a paused vehicle and the user has money", (made, asked) -> rentable(made)
                .pause());
        states.put("another user has a vehicle that is rented on those days", (made, asked) -> {
            Thing vehicle = rentable(made);
            people.user().rent(vehicle, FROM, TO);
        });
        states.put("a user has rented a vehicle", (made, asked) -> {
            Person renter = people.newcomer();
            renter.topUp();
            rent(made, renter, people.other(), FROM, TO);
            renter.into(made);
        });
        states.put("somebody has rented a user's vehicle", (made, asked) -> {
            Person owner = people.newcomer();
            people.user().topUp();
            rent(made, people.user(), owner, FROM, TO);
            owner.into(made);
        });
        states.put("a user's rental has begun", (made, asked) -> begun(made));
        states.put("a user's rental is late", (made, asked) -> {
            begun(made);
            days.letPass(DAYS_UNTIL_LATE);
        });
    }

    /** @return its id */
    static String rental(Person renter, Person owner) throws IOException {
        renter.topUp();
        return renter.rent(VehicleStates.vehicle(owner), FROM, TO);
    }

    /** A rental of two days that begins today. */
    private void begun(Map<String, Object> made) throws IOException {
        people.user().into(made);
        made.put("rentalId", begun(people.user(), people.other()));
    }

    /** @return its id */
    static String begun(Person renter, Person owner) throws IOException {
        renter.topUp();
        Thing vehicle = VehicleStates.vehicle(owner);
        LocalDate day = today();
        try {
            return rentFrom(day, renter, vehicle);
        } catch (IOException refused) {
            if (today().equals(day)) {
                throw refused;
            }
            // The day was over before it was asked for.
            return rentFrom(today(), renter, vehicle);
        }
    }

    private static String rentFrom(LocalDate day, Person renter, Thing vehicle) throws IOException {
        return renter.rent(vehicle, day.toString(), day.plusDays(2).toString());
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    private Thing rentable(Map<String, Object> made) throws IOException {
        Thing vehicle = VehicleStates.vehicle(people.other());
        VehicleStates.into(made, vehicle);
        people.user().topUp();
        people.user().into(made);
        return vehicle;
    }

    private static void rent(Map<String, Object> made, Person renter, Person owner, String from, String to)
            throws IOException {
        Thing vehicle = VehicleStates.vehicle(owner);
        VehicleStates.into(made, vehicle);
        made.put("rentalId", renter.rent(vehicle, from, to));
    }
}
