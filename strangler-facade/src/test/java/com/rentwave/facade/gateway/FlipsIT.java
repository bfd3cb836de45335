package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.facade.gateway.StandIn.Asked;
import com.rentwave.facade.hold.HoldSummary;
import com.rentwave.facade.hold.HoldTime;
import com.rentwave.facade.hold.HoldWindow;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.sync.Side;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients that write all the time while the API changes hands to and fro. */
class FlipsIT {

    private static final int CLIENTS = 16;
    private static final int FLIPS = 10;

    private static RunningFacade facade;
    private static RunningFacade second;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade("rentwave.hold.time=30s");
        second = facade.beside("rentwave.hold.time=30s");
    }

    @AfterAll
    static void stop() throws Exception {
        second.close();
        facade.close();
    }

    /** Each client writes through both facades by turns; only the first one is told of a flip by whoever carries it out. */
    private static RunningFacade oneOf(int turn) {
        return turn % 2 == 0 ? facade : second;
    }

    private static int held() {
        return facade.holds().held("vehicles") + second.holds().held("vehicles");
    }

    /** What the two databases decide: at most one side takes writes, and each key is applied once. */
    private static final class Ownership {
        private final Map<Side, Long> epochs = new ConcurrentHashMap<>(Map.of(Side.LEGACY, 0L, Side.SERVICE, 0L));
        private final Map<String, Side> applied = new ConcurrentHashMap<>();
        private final AtomicInteger doubled = new AtomicInteger();
        private Side owner = Side.LEGACY;

        synchronized Answer write(Side side, Asked asked) {
            if (owner != side) {
                return Answer.of(421, "{\"status\":421}", "RentWave-Epoch", Long.toString(epochs.get(side)));
            }
            if (applied.put(asked.text(), side) != null) {
                doubled.incrementAndGet();
            }
            return Answer.of(201, asked.text());
        }

        synchronized void fence(Side old, long epoch) {
            owner = null;
            epochs.put(old, epoch);
        }

        synchronized void hand(Side next, long epoch) {
            owner = next;
            epochs.put(next, epoch);
        }
    }

    @DisplayName("rules 7 and 20: neither fails nor loses nor doubles a write over many flips")
    @Test
    void neitherFailsNorLosesNorDoublesAWriteOverManyFlips() throws Exception {
        Ownership ownership = new Ownership();
        facade.legacy.answers(asked -> ownership.write(Side.LEGACY, asked));
        facade.service.answers(asked -> ownership.write(Side.SERVICE, asked));
        AtomicBoolean running = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Integer>> written = new ArrayList<>();
        try (HoldWindow window = facade.holds().openWindow("vehicles");
                HoldWindow atTheSecond = second.holds().openWindow("vehicles")) {
            for (int client = 0; client < CLIENTS; client++) {
                String name = "client " + client;
                written.add(clients.submit(() -> writeWhile(running, name)));
            }
            Side owner = Side.LEGACY;
            for (int epoch = 1; epoch <= FLIPS; epoch++) {
                owner = flip(ownership, owner, epoch);
            }
            running.set(false);
            int successes = 0;
            for (Future<Integer> one : written) {
                successes += one.get();
            }

            assertThat(ownership.doubled).hasValue(0);
            assertThat(ownership.applied).hasSize(successes);
            HoldSummary held = window.summary();
            assertThat(held.held()).isPositive();
            assertThat(held.longestMillis()).isLessThan(30_000);
            assertThat(held.times().stream().mapToLong(HoldTime::requests).sum())
                    .as("requests of which it is known how long they were held")
                    .isEqualTo(held.held());
            assertThat(atTheSecond.summary().held()).isPositive();
            assertThat(held()).isZero();
        } finally {
            running.set(false);
            clients.shutdown();
        }
    }

    private static int writeWhile(AtomicBoolean running, String name) throws Exception {
        int count = 0;
        while (running.get()) {
            String body = name + " write " + count;
            HttpResponse<String> answer = oneOf(count).send("POST", "/api/vehicles", body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo(body);
            count++;
        }
        return count;
    }

    private static Side flip(Ownership ownership, Side old, long epoch) {
        Side next = old.other();
        int before = ownership.applied.size();
        await("some writes between two flips").until(() -> ownership.applied.size() > before + CLIENTS);
        ownership.fence(old, epoch);
        await("somebody is held").until(() -> held() > CLIENTS / 2);
        ownership.hand(next, epoch);
        facade.route(next == Side.SERVICE ? Phase.OWNED : Phase.LEGACY, Owner.of(next), epoch);
        return next;
    }
}
