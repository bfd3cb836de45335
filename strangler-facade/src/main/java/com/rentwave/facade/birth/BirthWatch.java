package com.rentwave.facade.birth;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.watch.Watch;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks whether an API that has never moved is to begin at its service, until each of them has moved. What cannot be told is
 * looked at again in a second. Where the monolith owns the API, only a later build of it without the component, started
 * before the API has its first row, can change the answer; so the pauses grow.
 */
@Component
class BirthWatch extends Watch {

    private static final Logger LOG = LoggerFactory.getLogger(BirthWatch.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    /** The command {@code up} waits for a minute. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Birth birth;
    private final Set<String> unmoved;
    private final Map<String, String> told = new HashMap<>();
    private Duration pause = SOON;

    BirthWatch(Birth birth, MovingApis apis) {
        super("births", SOON);
        this.birth = birth;
        this.unmoved = new TreeSet<>(apis.names());
    }

    /**
     * Looks at every API that has not moved, and stops itself when there is none left.
     *
     * @return the pause until the next look
     */
    @Override
    protected Duration look() throws InterruptedException {
        boolean known = true;
        for (String api : Set.copyOf(unmoved)) {
            known &= look(api);
        }
        if (unmoved.isEmpty()) {
            stop();
        }
        Duration longer = pause.multipliedBy(2);
        pause = !known ? SOON : longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        return pause;
    }

    private boolean look(String api) throws InterruptedException {
        try {
            if (birth.look(api)) {
                unmoved.remove(api);
            }
            told.remove(api);
            return true;
        } catch (IOException | SQLException | RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(told.put(api, why))) {
                LOG.info("{}: whether it begins at its service is looked at again in a second: {}", api, why);
            }
            return false;
        }
    }
}
