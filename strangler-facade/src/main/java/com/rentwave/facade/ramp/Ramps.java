package com.rentwave.facade.ramp;

import com.rentwave.facade.route.Phase;
import com.rentwave.sync.thread.RepeatingThread;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Automatic ramps: each raises its canary's share when the present one has been watched long enough, and stops at the first
 * no. A ramp lives in this facade; when the facade ends the ramp ends, and the share stays as it is.
 */
@Component
public class Ramps implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Ramps.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Canaries canaries;
    private final Clock clock;
    private final Map<String, Ramp> ramps = new ConcurrentHashMap<>();
    private final RepeatingThread looking = RepeatingThread.every(LOOK, "ramps", this::look);

    Ramps(Canaries canaries, Clock clock) {
        this.canaries = canaries;
        this.clock = clock;
        looking.startWithPause();
    }

    /** The API's ramp, the running one or the last; empty when there was none. */
    public Optional<RampState> state(String api) {
        return Optional.ofNullable(ramps.get(api)).map(Ramp::state);
    }

    /**
     * Sets the first share and begins to watch it. Shares that the canary has already are left out. Blocks.
     *
     * @param shares in hundredths of a percent, rising
     * @return why not; empty when it runs
     */
    public synchronized Optional<String> start(String api, List<Integer> shares, Duration every) {
        if (isRunning(api)) {
            return Optional.of("a ramp of " + api + " is running");
        }
        int present =
                canaries.state(api).orElseThrow().percent().movePointRight(2).intValueExact();
        List<Integer> left = shares.stream().filter(share -> share > present).toList();
        if (left.isEmpty()) {
            return Optional.of("the share is " + Ramp.percent(present).toPlainString() + " % already");
        }
        Optional<String> no = canaries.share(api, left.get(0));
        if (no.isEmpty()) {
            Ramp ramp = new Ramp(api, left, every, 0, clock.instant(), null).raised(clock.instant());
            ramps.put(api, ramp);
            LOG.info(
                    "{}: a ramp begins at {} %", api, Ramp.percent(ramp.share()).toPlainString());
        }
        return no;
    }

    /** Ends a ramp; the share stays. Does nothing when none runs. */
    public synchronized void stop(String api) {
        if (isRunning(api)) {
            end(ramps.get(api), "stopped by an operator");
        }
    }

    private boolean isRunning(String api) {
        Ramp ramp = ramps.get(api);
        return ramp != null && ramp.isRunning();
    }

    private void look() {
        ramps.keySet().forEach(this::look);
    }

    private synchronized void look(String api) {
        Ramp ramp = ramps.get(api);
        if (!ramp.isRunning()) {
            return;
        }
        Optional<String> no = canaries.state(api).flatMap(canary -> no(ramp, canary));
        if (no.isPresent()) {
            end(ramp, no.get());
        } else if (!clock.instant().isBefore(ramp.nextAt())) {
            raise(ramp, clock.instant());
        }
    }

    private void raise(Ramp ramp, Instant now) {
        Optional<Integer> next = ramp.next();
        if (next.isEmpty()) {
            end(ramp, "it reached " + Ramp.percent(ramp.share()).toPlainString() + " %");
            return;
        }
        Optional<String> no = canaries.share(ramp.api(), next.get());
        if (no.isPresent()) {
            end(ramp, no.get());
        } else {
            ramps.put(ramp.api(), ramp.raised(now));
        }
    }

    private static Optional<String> no(Ramp ramp, CanaryState canary) {
        if (canary.breach() != null) {
            return Optional.of(canary.breach());
        }
        if (!canary.phase().equals(Phase.CANARY.name())) {
            return Optional.of(ramp.api() + " is in " + canary.phase() + "; its history tells why");
        }
        return canary.percent().compareTo(Ramp.percent(ramp.share())) == 0
                ? Optional.empty()
                : Optional.of("the share is " + canary.percent().toPlainString() + " % now");
    }

    private void end(Ramp ramp, String reason) {
        ramps.put(ramp.api(), ramp.endedBecause(reason));
        LOG.info("{}: the ramp ended: {}", ramp.api(), reason);
    }

    @Override
    public void destroy() {
        looking.stop();
    }
}
