package com.rentwave.facade.gateway;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_HEADER_NAMES;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.api.StartingServer;
import com.rentwave.sync.Position;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/**
 * Sends a request to the side that its passage is aimed at, once. The answer's status and headers are then known and
 * its body is still to come: it can be thrown away to send the request again.
 */
@Component
class Backend {

    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);
    private static final Duration DRAIN = Duration.ofSeconds(1);

    private final MovingApis apis;
    private final int most;
    private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();

    Backend(MovingApis apis, LoadSettings settings) {
        this.apis = apis;
        this.most = settings.waitingForOne();
    }

    /** Ends when the answer's headers are here, or with a problem when there is no answer. Never sends twice. */
    Mono<Void> send(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> {
            Passage passage = Passage.of(exchange);
            Breaker breaker = breaker(passage);
            if (!breaker.allows()) {
                return Mono.error(Problem.unreachable(name(passage)).asException());
            }
            if (!breaker.begins(most)) {
                return Mono.error(Problem.busy(name(passage)).asException());
            }
            return chain.filter(exchange)
                    .doFinally(end -> breaker.ended())
                    .doOnSuccess(answered -> breaker.answered())
                    .onErrorMap(e -> outage(passage, breaker, e))
                    .then(Mono.defer(() -> isWithoutApplication(exchange)
                            ? discard(exchange).then(Mono.error(() -> unavailable(Passage.of(exchange))
                                    .asException()))
                            : Mono.empty()));
        });
    }

    /** One for each process: what moves has a backend of its own, everything else is the monolith's. */
    private Breaker breaker(Passage passage) {
        return breakers.computeIfAbsent(
                apis.component(passage.api(), passage.target()), component -> new Breaker(System::nanoTime));
    }

    /** The backend that a request is aimed at, at the beginning of a sentence. */
    String name(Passage passage) {
        return apis.called(passage.api(), passage.target());
    }

    private static boolean isWithoutApplication(ServerWebExchange exchange) {
        String type = header(exchange, HttpHeaders.CONTENT_TYPE).orElse("");
        return StartingServer.answers(status(exchange), type)
                && exchange.getRequest().getURI().getRawPath().startsWith("/api/");
    }

    /** Refused, reset and too early ended connections as input or output errors. */
    private Throwable outage(Passage passage, Breaker breaker, Throwable error) {
        if (error instanceof ProblemException) {
            return error;
        }
        String name = name(passage);
        if (error instanceof PoolAcquireTimeoutException || error instanceof PoolAcquirePendingLimitException) {
            return Problem.busy(name).asException();
        }
        breaker.failed();
        if (!(error instanceof IOException || error instanceof TimeoutException)) {
            LOG.error("{} could not be asked, for a reason that is no outage", name, error);
        }
        return unavailable(passage).asException();
    }

    private Problem unavailable(Passage passage) {
        String name = name(passage);
        return passage.reads() ? Problem.unreadable(name) : Problem.undecided(name, passage.idempotencyKey());
    }

    /** Throws the answer away and makes the exchange ready for the next attempt. */
    Mono<Void> discard(ServerWebExchange exchange) {
        Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
        forget(exchange);
        if (connection == null) {
            return Mono.empty();
        }
        return connection.inbound().receive().then().timeout(DRAIN).onErrorResume(e -> {
            connection.dispose();
            return Mono.empty();
        });
    }

    /**
     * The backend broke off in the middle of an answer of which the client has seen nothing.
     *
     * @return what the client is to be told
     */
    Throwable brokenOff(ServerWebExchange exchange, Throwable error) {
        Passage passage = Passage.of(exchange);
        forget(exchange);
        passage.brokeOff();
        return outage(passage, breaker(passage), error);
    }

    private static void forget(ServerWebExchange exchange) {
        Collection<String> names = exchange.getAttributeOrDefault(CLIENT_RESPONSE_HEADER_NAMES, Set.of());
        names.forEach(exchange.getResponse().getHeaders()::remove);
        exchange.getResponse().setStatusCode(null);
        exchange.getAttributes().remove(CLIENT_RESPONSE_ATTR);
        exchange.getAttributes().remove(CLIENT_RESPONSE_CONN_ATTR);
    }

    static int status(ServerWebExchange exchange) {
        HttpClientResponse answer = exchange.getAttribute(CLIENT_RESPONSE_ATTR);
        return answer == null ? 0 : answer.status().code();
    }

    /** A header of the backend's answer, also one that does not reach the client. */
    static Optional<String> header(ServerWebExchange exchange, String name) {
        HttpClientResponse answer = exchange.getAttribute(CLIENT_RESPONSE_ATTR);
        return answer == null
                ? Optional.empty()
                : Optional.ofNullable(answer.responseHeaders().get(name));
    }

    /** The epoch told with a 421; empty for every other answer. */
    static OptionalLong refusedIn(ServerWebExchange exchange) {
        Optional<String> epoch = status(exchange) == 421 ? header(exchange, Headers.EPOCH) : Optional.empty();
        return epoch.isPresent() && epoch.get().matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(epoch.get()))
                : OptionalLong.empty();
    }

    /** The position told with an answer: with what was found or changed, and with "there is no such thing". */
    static Optional<Position> position(ServerWebExchange exchange) {
        return header(exchange, Headers.POSITION).flatMap(Position::parse);
    }

    /** Whether an answer is older than what its reader has seen: a copy is asked to wait for that, and this one did not. */
    static boolean isOlder(ServerWebExchange exchange, Position seen) {
        Position told = position(exchange).orElse(null);
        return seen != null
                && told != null
                && told.epoch() == seen.epoch()
                && told.systemId().equals(seen.systemId())
                && told.timeline() == seen.timeline()
                && told.lsn().compareTo(seen.lsn()) < 0;
    }
}
