package com.rentwave.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.platform.Platform;
import com.rentwave.system.events.EventLogAudit;
import com.rentwave.system.stack.Moves;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What people do with RentWave, from their first visit to the last cent. The same wherever an API lives; the journeys
 * stand with the feature that they are about.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class Journeys
        implements AccountJourneys, NewsJourneys, OfferingJourneys, PaymentJourneys, RentingJourneys, SearchJourneys {

    private final String vehicles;
    private final String rentals;
    private final List<Visitor> visitors = new ArrayList<>();
    private Chromium chromium;
    private Site site;
    private EventLogAudit events;

    /** @param vehicles the phase in which vehicles are; @param rentals the one of rentals */
    Journeys(String vehicles, String rentals) {
        this.vehicles = vehicles;
        this.rentals = rentals;
    }

    @BeforeAll
    void visit(Platform platform) throws IOException, InterruptedException {
        chromium = Chromium.start();
        Moves moves = new Moves(platform);
        moves.to("vehicles", vehicles);
        moves.to("rentals", rentals);
        site = Site.of(platform);
        events = new EventLogAudit(platform);
    }

    /** Other suites find rentals where they began. */
    @AfterAll
    void takeRentalsBack(Platform platform) throws IOException, InterruptedException {
        new Moves(platform).takeBack("rentals");
    }

    @AfterAll
    void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterAll
    void everythingThatHappenedIsInTheEventLogOnceAndInOrder() {
        if (chromium != null) {
            events.everyEventIsThereOnceAndInOrder();
            events.everyTypeIsThere();
        }
    }

    /** What a page calls today is then what the test calls so, to its end. */
    @BeforeEach
    void leaveTheDayEnoughTime() {
        Today.withTimeLeft();
    }

    @AfterEach
    void nothingWentWrongInsideThePages() {
        List<String> troubles = visitors.stream()
                .flatMap(visitor -> visitor.troubles().stream())
                .toList();
        visitors.forEach(Visitor::close);
        visitors.clear();

        assertThat(troubles).isEmpty();
    }

    @Override
    public Visitor visitor(Device device) {
        Visitor visitor = new Visitor(chromium, site, device);
        visitors.add(visitor);
        return visitor;
    }

    @Override
    public Site site() {
        return site;
    }
}
