package com.rentwave.facade.ramp;

import com.rentwave.facade.canary.CanaryEvidence;
import com.rentwave.facade.canary.CanaryJudge;
import com.rentwave.facade.canary.CanaryMeter;
import com.rentwave.facade.canary.CanarySettings;
import com.rentwave.facade.canary.CanaryWindow;
import com.rentwave.facade.canary.Compared;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.shadow.Totals;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The canaries of this facade: how they are, and their shares. Blocks. */
@Component
public class Canaries implements CanaryEvidence {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RouteStore routes;
    private final RouteTables tables;
    private final CanaryMeter meter;
    private final CanaryJudge judge;
    private final CanarySettings settings;
    private final Totals shadows;
    private final Map<String, Comparisons> comparisons = new ConcurrentHashMap<>();

    Canaries(
            RouteStore routes,
            RouteTables tables,
            CanaryMeter meter,
            CanaryJudge judge,
            CanarySettings settings,
            Totals shadows) {
        this.routes = routes;
        this.tables = tables;
        this.meter = meter;
        this.judge = judge;
        this.settings = settings;
        this.shadows = shadows;
    }

    /** The state of the API's canary; empty when there is no such API. */
    public Optional<CanaryState> state(String api) {
        return routes.load(api).map(route -> {
            CanaryWindow minute = meter.window(api, MINUTE);
            Compared compared = comparisons(api).ever();
            return new CanaryState(
                    api,
                    route.phase().name(),
                    route.canaryPercent(),
                    minute,
                    compared.reads(),
                    compared.differing(),
                    breach(api).orElse(null),
                    route.canaryShare() == 0 ? null : judge.ignorance(minute).orElse(null));
        });
    }

    @Override
    public Optional<String> breach(String api) {
        Comparisons compared = comparisons(api);
        return judge.breach(meter.window(api, settings.window()), compared.lately(), compared.ever());
    }

    @Override
    public Optional<String> ignorance(String api) {
        return judge.ignorance(meter.window(api, MINUTE));
    }

    private Comparisons comparisons(String api) {
        return comparisons.computeIfAbsent(api, this::beginning);
    }

    private Comparisons beginning(String api) {
        return new Comparisons(() -> shadows.total(api), settings.window(), System::nanoTime);
    }

    /** Whether anybody reads from the service: a share of the users, or those who always do. */
    boolean isOn(Route route) {
        return route.phase() == Phase.CANARY
                && (route.canaryShare() > 0 || !settings.serviceUsers().isEmpty());
    }

    /**
     * Changes the share of users, if that is in order: it is only raised when the users of the present share fare well.
     *
     * @param share in hundredths of a percent
     * @return why not; empty when it was done
     */
    public Optional<String> share(String api, int share) {
        Route route = routes.load(api).orElseThrow();
        if (route.phase() != Phase.CANARY) {
            return Optional.of(api + " is in " + route.phase() + ", not in CANARY");
        }
        if (share > route.canaryShare() && route.canaryShare() > 0) {
            Optional<String> no = breach(api).or(() -> ignorance(api));
            if (no.isPresent()) {
                return no;
            }
        }
        if (!routes.compareAndSet(route.inPhase(Phase.CANARY, share))) {
            return Optional.of("the route was changed by somebody else");
        }
        begin(api);
        tables.refresh();
        return Optional.empty();
    }

    /** Judges from now on only. */
    void begin(String api) {
        comparisons.put(api, beginning(api));
        meter.forget(api);
    }
}
