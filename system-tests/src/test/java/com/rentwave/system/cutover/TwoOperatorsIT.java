package com.rentwave.system.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.platform.Platform;
import com.rentwave.system.events.EventLogAudit;
import com.rentwave.system.stack.Moves;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.api.ApiState;
import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.journeys.Crowd;
import com.rentwave.workload.journeys.CrowdListener;
import com.rentwave.workload.journeys.CrowdReport;
import com.rentwave.workload.journeys.CrowdSettings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two operators who know nothing of each other type their orders at the same time, while people use the site. One move runs at a
 * time: the other order is refused with the reason, and done when it is typed again.
 */
@WithRentWave
class TwoOperatorsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int USERS = 12;
    private static final Duration STAY = Duration.ofSeconds(15);
    private static final String REASON = "(?s).*(Move \\d+ of (vehicles|rentals) is running"
            + "|Another move was running|No move leads from|Refused; .+|Aborted after .+: .+).*";

    private final Platform platform;
    private final OperatorClient operator;
    private final List<String> refused = new ArrayList<>();

    TwoOperatorsIT(Platform platform) {
        this.platform = platform;
        this.operator =
                new OperatorClient(RentWaveClient.newHttpClient(), platform.consoleUri(), platform.operatorToken());
    }

    /** Contracts are verified, and no first copy of the rows is to be made any more. */
    @BeforeAll
    static void bothHaveBeenInSynced(Platform platform) throws IOException, InterruptedException {
        for (String api : List.of("vehicles", "rentals")) {
            new Moves(platform).to(api, "SYNCED");
            new Moves(platform).to(api, "LEGACY");
        }
    }

    @AfterAll
    static void goBack(Platform platform) throws IOException, InterruptedException {
        new Moves(platform).to("rentals", "LEGACY");
        new Moves(platform).to("vehicles", "LEGACY");
    }

    @Test
    void ordersOfTwoOperatorsAreDoneOrRefusedWithAReasonAndNothingIsHalfDone() throws Exception {
        int certificates = operator.certificates().size();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<List<CrowdReport>> people = CompletableFuture.supplyAsync(() -> people(over));

        try {
            String[] vehicles = {"migrate", "vehicles", "--to", "OWNED"};
            bothInsist(vehicles, new String[] {"migrate", "rentals", "--to", "OWNED"});
            assertOwners("service", "service");

            String[] back = {"rollback", "vehicles"};
            List<Order> same = atOnce(back, back);
            assertThat(same).filteredOn(Order::done).hasSizeLessThan(2);
            insist(same.stream().filter(Order::done).findFirst().orElse(same.get(0)), back);
            assertOwners("legacy", "service");

            bothInsist(vehicles, new String[] {"rollback", "rentals"});
            assertOwners("service", "legacy");
        } finally {
            over.set(true);
        }
        List<CrowdReport> reports = people.join();
        System.out.printf(
                "two operators: 5 flips, %d requests, %d errors; refused: %s%n",
                reports.stream().mapToLong(CrowdReport::requests).sum(),
                reports.stream().mapToLong(CrowdReport::errors).sum(),
                refused);
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.examples()).isEmpty())
                .allSatisfy(report -> assertThat(report.errors()).isZero());
        assertThat(operator.certificates())
                .as("one for each flip, of whatever API")
                .hasSize(certificates + 5);
        Order verified = Order.typed(platform, "certificate", "verify").join();
        assertThat(verified.done()).as(verified.output()).isTrue();
        new EventLogAudit(platform).everyEventIsThereOnceAndInOrder();
    }

    /** They come and go until it is over. */
    private List<CrowdReport> people(AtomicBoolean over) {
        List<CrowdReport> reports = new ArrayList<>();
        try {
            while (!over.get()) {
                reports.add(new Crowd(CrowdSettings.of(platform.uri(), USERS, STAY), CrowdListener.NONE).run());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return reports;
    }

    /** Both type their orders at once; who is refused types it again, as people do. */
    private void bothInsist(String[] one, String[] other) throws IOException {
        List<Order> first = atOnce(one, other);
        insist(first.get(0), one);
        insist(first.get(1), other);
    }

    private List<Order> atOnce(String[] one, String[] other) throws IOException {
        CompletableFuture<Order> first = Order.typed(platform, one);
        CompletableFuture<Order> second = Order.typed(platform, other);
        List<Order> orders = List.of(first.join(), second.join());
        for (Order order : orders) {
            if (!order.done()) {
                assertThat(order.output()).matches(REASON);
                refused.add(order.output().strip());
            }
        }
        return orders;
    }

    private void insist(Order first, String[] words) throws IOException {
        Order order = first;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!order.done() && System.nanoTime() - end < 0) {
            order = Order.typed(platform, words).join();
        }
        assertThat(order.done()).as(order.output()).isTrue();
    }

    /** In the routes, and in the databases, where it counts. */
    private void assertOwners(String ofVehicles, String ofRentals) throws IOException, SQLException {
        assertOwner("vehicles", "vehicle_service", ofVehicles);
        assertOwner("rentals", "rental_service", ofRentals);
    }

    private void assertOwner(String api, String serviceDatabase, String owner) throws IOException, SQLException {
        ApiState state = operator.state(api);
        assertThat(state.running()).isEmpty();
        assertThat(state.owner()).isEqualTo(owner);
        assertThat(state.phase()).isEqualTo(owner.equals("service") ? "OWNED" : "LEGACY");
        assertThat(owns("legacy", api)).isEqualTo(owner.equals("legacy"));
        assertThat(owns(serviceDatabase, api)).isEqualTo(owner.equals("service"));
    }

    private boolean owns(String database, String api) throws SQLException {
        try (Connection connection = platform.jdbc(database).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT owner = sync.side() FROM sync.ownership WHERE api = '" + api + "'")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
