package com.rentwave.facade.birth;

import com.rentwave.facade.api.MovingApis;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every second whether an API that has never moved is to begin at its service, until its route has changed. */
@Component
class BirthWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BirthWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Birth birth;
    private final Set<String> unmoved;
    private final Map<String, String> told = new HashMap<>();
    private volatile Thread thread;

    BirthWatch(Birth birth, MovingApis apis) {
        this.birth = birth;
        this.unmoved = new TreeSet<>(apis.names());
    }

    @Override
    public void start() {
        Thread started = new Thread(this::watch, "births");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    private void watch() {
        try {
            while (isRunning() && !unmoved.isEmpty()) {
                for (String api : Set.copyOf(unmoved)) {
                    look(api);
                }
                Thread.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(String api) throws InterruptedException {
        try {
            if (birth.look(api)) {
                unmoved.remove(api);
            }
            told.remove(api);
        } catch (IOException | SQLException | RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(told.put(api, why))) {
                LOG.info("{}: whether it begins at its service is looked at again in a second: {}", api, why);
            }
        }
    }

    @Override
    public void stop() {
        Thread stopped = thread;
        thread = null;
        if (stopped != null) {
            stopped.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
