package com.rentwave.workload.load;

import com.rentwave.workload.api.RentWaveClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One client: a person or a program with an account, some vehicles and some rentals. Lives in one thread. */
final class LoadClient {

    final String name;
    final RentWaveClient client;
    final PersistentSender sender;
    final Recorder recorder;
    final Market market;
    final List<OwnVehicle> fleet = new ArrayList<>();
    final List<Long> deleted = new ArrayList<>();
    final List<Long> rentals = new ArrayList<>();
    final Reads reads;
    private final Writes writes;
    private final Rentals rentalWork;
    private final Random random;

    LoadClient(
            String name,
            RentWaveClient client,
            PersistentSender sender,
            Recorder recorder,
            Market market,
            Random random) {
        this.name = name;
        this.client = client;
        this.sender = sender;
        this.recorder = recorder;
        this.market = market;
        this.random = random;
        this.reads = new Reads(this, random);
        this.writes = new Writes(this, random);
        this.rentalWork = new Rentals(this, random);
    }

    /** Some money and the first vehicles. */
    void settleIn(int vehicles) throws InterruptedException {
        rentalWork.topUp();
        for (int i = 0; i < vehicles; i++) {
            writes.create();
        }
    }

    /** @param aboutRentals rather than whatever comes to mind */
    void write(boolean aboutRentals) throws InterruptedException {
        int choice = random.nextInt(100);
        if (aboutRentals) {
            rentalWork.anything(choice);
        } else if (fleet.size() < 4) {
            writes.create();
        } else if (choice < 50) {
            writes.change();
        } else if (choice < 62) {
            writes.pauseOrResume();
        } else if (choice < 72) {
            writes.create();
        } else if (choice < 79) {
            writes.delete();
        } else if (choice < 90) {
            rentalWork.rent();
        } else if (choice < 96) {
            rentalWork.bringBack();
        } else if (choice < 98) {
            rentalWork.topUp();
        } else {
            writes.tryWhatIsNotAllowed();
        }
    }

    /** @param aboutRentals rather than whatever comes to mind */
    void read(boolean aboutRentals) throws InterruptedException {
        int choice = random.nextInt(100);
        if (aboutRentals) {
            rentalRead(choice);
        } else if (choice < 45 && !fleet.isEmpty()) {
            reads.ownVehicle();
        } else if (choice < 48) {
            reads.deletedVehicle();
        } else if (choice < 70) {
            reads.vehicleOfSomebodyElse();
        } else if (choice < 80) {
            reads.allOwn();
        } else if (choice < 88) {
            reads.search();
        } else if (choice < 96) {
            reads.ownRental();
        } else {
            reads.wallet();
        }
    }

    private void rentalRead(int choice) throws InterruptedException {
        if (choice < 40) {
            reads.ownRental();
        } else if (choice < 65) {
            reads.ownRentals();
        } else if (choice < 85) {
            reads.calendar();
        } else {
            reads.wallet();
        }
    }

    OwnVehicle anyOwn() {
        return fleet.get(random.nextInt(fleet.size()));
    }

    /** No longer written by this client: it is deleted, or nobody knows what became of the last write. */
    void giveUp(OwnVehicle vehicle) {
        fleet.remove(vehicle);
    }
}
