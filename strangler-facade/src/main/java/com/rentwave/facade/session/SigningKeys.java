package com.rentwave.facade.session;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The published keys that login tokens are signed with. Fetched in the background and kept while the publisher is down;
 * looking at them never waits.
 */
@Component
class SigningKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration FETCH_GAP = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration KEEP = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final String uri;
    private final AtomicLong lastAsked = new AtomicLong(System.nanoTime() - FETCH_GAP.toNanos());
    private volatile Fetched fetched;

    private record Fetched(JWKSet keys, long at) {}

    SigningKeys(SessionSettings settings) {
        this.http = HttpClient.create().disableRetry(true).responseTimeout(TIMEOUT);
        this.uri = settings.jwksUri().toString();
        fetch();
    }

    /** The keys known now; null before they could be fetched for the first time. */
    JWKSet known() {
        Fetched now = fetched;
        if (now == null || age(now).compareTo(KEEP) > 0) {
            fetch();
        }
        return now == null ? null : now.keys();
    }

    /** Whether the known keys were fetched so recently that a key missing from them does not exist. Fetches them when not. */
    boolean fresh() {
        Fetched now = fetched;
        if (now != null && age(now).compareTo(FRESH) < 0) {
            return true;
        }
        fetch();
        return false;
    }

    private static Duration age(Fetched fetched) {
        return Duration.ofNanos(System.nanoTime() - fetched.at());
    }

    private void fetch() {
        long now = System.nanoTime();
        long last = lastAsked.get();
        if (now - last < FETCH_GAP.toNanos() || !lastAsked.compareAndSet(last, now)) {
            return;
        }
        http.get()
                .uri(uri)
                .responseSingle((response, body) -> response.status().code() == 200
                        ? body.asString()
                        : Mono.<String>error(new IllegalStateException("status " + response.status())))
                .timeout(TIMEOUT)
                .subscribe(this::accept, e -> LOG.debug("sign-in keys: not fetched ({})", e.toString()));
    }

    private void accept(String json) {
        try {
            JWKSet keys = JWKSet.parse(json);
            if (fetched == null) {
                LOG.info("sign-in keys: {} known", keys.size());
            }
            fetched = new Fetched(keys, System.nanoTime());
        } catch (ParseException e) {
            LOG.warn("sign-in keys: the publisher answered something else ({})", e.getMessage());
        }
    }
}
