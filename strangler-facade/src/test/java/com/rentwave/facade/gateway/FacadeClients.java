package com.rentwave.facade.gateway;

import com.nimbusds.jose.JOSEException;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that write new rows all the time through a real facade. Its backends write into the databases of the two sides
 * and answer 421 when these refuse. A client sends each row once and does not send anything again, whatever comes.
 */
public final class FacadeClients implements AutoCloseable {

    private static final String REFUSED = "RW001";
    private static final int CLIENTS = 3;
    private static final long PAUSE_MILLIS = 15;
    private static final long LIMIT_SECONDS = 120;

    private final TwoSides sides;
    private final RunningFacade facade;
    private final Map<Side, Connection> connections = new EnumMap<>(Side.class);
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Integer> commits = new ConcurrentHashMap<>();
    private final Set<Long> answered = ConcurrentHashMap.newKeySet();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private ScheduledExecutorService clients;

    /** A facade beside the coordinators of these databases, which are there already. */
    public FacadeClients(TwoSides sides) throws JOSEException, SQLException {
        this.sides = sides;
        for (Side side : Side.values()) {
            connections.put(side, sides.owner(side).getConnection());
        }
        facade = RunningFacade.over(
                sides.migrationUrl(), "rentwave_coordinator", "rentwave.hold.time=" + LIMIT_SECONDS + "s");
        facade.legacy.answers(asked -> asked.uri().equals("/jwks")
                ? Answer.of(200, facade.jwks(), "Content-Type", "application/json")
                : write(Side.LEGACY, asked.text()));
        facade.service.answers(asked -> write(Side.SERVICE, asked.text()));
    }

    private Answer write(Side side, String id) {
        try (PreparedStatement insert = connections.get(side).prepareStatement(TwoSides.insert(side))) {
            insert.setLong(1, Long.parseLong(id));
            insert.setString(2, "row");
            insert.executeUpdate();
            commits.merge(Long.parseLong(id), 1, Integer::sum);
            return Answer.of(201, "made");
        } catch (SQLException e) {
            return REFUSED.equals(e.getSQLState())
                    ? Answer.of(
                            421,
                            "{\"status\":421}",
                            "RentWave-Epoch",
                            sides.ownership(side).split(" ")[1])
                    : Answer.of(500, e.getMessage());
        }
    }

    /** They begin to write. */
    public void begin() {
        clients = Executors.newScheduledThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            clients.scheduleWithFixedDelay(this::send, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void send() {
        long id = ids.incrementAndGet();
        try {
            int status = facade.send("POST", "/api/vehicles", Long.toString(id)).statusCode();
            if (status == 201) {
                answered.add(id);
            } else {
                wrong.add(id + " was answered " + status);
            }
        } catch (IOException e) {
            wrong.add(id + " was not answered: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** They stop; every write that was sent has got its answer when this returns true. */
    public boolean end() throws InterruptedException {
        clients.shutdown();
        return clients.awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** How many writes the facade holds now. */
    public int held() {
        return facade.holds().held(TwoSides.API);
    }

    /** The writes that were answered with 201. */
    public Set<Long> answered() {
        return new TreeSet<>(answered);
    }

    /** How often each write was committed by a backend. */
    public Map<Long, Integer> commits() {
        return Map.copyOf(commits);
    }

    /** Answers that no client should get, and answers that never came. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() throws Exception {
        if (clients != null) {
            clients.shutdownNow();
        }
        facade.close();
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
