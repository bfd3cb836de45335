package com.rentwave.facade.gateway;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;

import com.rentwave.facade.session.SessionCookies;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns a login's token into the session cookie, and takes the cookies away at logout. */
@Component
class KeepsSession implements GlobalFilter, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(KeepsSession.class);
    private static final String LOGIN = "/api/auth/login";
    private static final String LOGOUT = "/api/auth/logout";

    private final JsonMapper json = new JsonMapper();
    private final Backend backend;
    private final Clock clock;

    KeepsSession(Backend backend, Clock clock) {
        this.backend = backend;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return FilterOrder.KEEP_SESSION;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).then(Mono.defer(() -> afterwards(exchange)));
    }

    private Mono<Void> afterwards(ServerWebExchange exchange) {
        Passage passage = Passage.of(exchange);
        int status = Backend.status(exchange);
        boolean post = exchange.getRequest().getMethod() == HttpMethod.POST;
        if (post && status == 200 && passage.path().raw().equals(LOGIN)) {
            return login(exchange);
        }
        if (post && status < 500 && passage.path().raw().equals(LOGOUT)) {
            SessionCookies.take(exchange, SessionCookies.SESSION);
            SessionCookies.take(exchange, SessionCookies.POSITION);
        } else if (status == 401 && passage.authorizedByCookie()) {
            SessionCookies.take(exchange, SessionCookies.SESSION);
        }
        return Mono.empty();
    }

    /** The answer is read here as a whole and written here, byte for byte. */
    private Mono<Void> login(ServerWebExchange exchange) {
        Connection connection = exchange.getRequiredAttribute(CLIENT_RESPONSE_CONN_ATTR);
        exchange.getAttributes().remove(CLIENT_RESPONSE_CONN_ATTR);
        Mono<byte[]> whole = connection
                .inbound()
                .receive()
                .aggregate()
                .asByteArray()
                .onErrorMap(e -> backend.brokenOff(exchange, e));
        return whole.flatMap(body -> {
            setCookie(exchange, body);
            ServerHttpResponse response = exchange.getResponse();
            response.getHeaders().remove(HttpHeaders.TRANSFER_ENCODING);
            response.getHeaders().setContentLength(body.length);
            return response.writeWith(
                    Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
        });
    }

    private void setCookie(ServerWebExchange exchange, byte[] body) {
        try {
            JsonNode login = json.readTree(body);
            String token = login.path("token").asString("");
            Duration age = Duration.between(
                    clock.instant(), Instant.parse(login.path("expiresAt").asString("")));
            if (!token.isEmpty() && !age.isNegative() && !age.isZero()) {
                SessionCookies.give(exchange, SessionCookies.SESSION, token, age);
            }
        } catch (JacksonException | DateTimeException e) {
            LOG.warn("sign-in: the monolith's answer to a login is not understood; the client gets no cookie");
        }
    }
}
