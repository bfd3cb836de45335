package com.rentwave.facade.gateway;

import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.session.PositionTokens;
import com.rentwave.facade.session.RecentWrites;
import com.rentwave.facade.session.SeenPositions;
import com.rentwave.facade.session.SessionCookies;
import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.util.Optional;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives the client a token of what it has now seen, to be brought along with its next requests. */
@Component
class TellsPosition implements GlobalFilter, Ordered {

    private final PositionTokens tokens;
    private final RecentWrites writes;
    private final RouteTables tables;

    TellsPosition(PositionTokens tokens, RecentWrites writes, RouteTables tables) {
        this.tokens = tokens;
        this.writes = writes;
        this.tables = tables;
    }

    @Override
    public int getOrder() {
        return FilterOrder.TELL_POSITION;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).then(Mono.fromRunnable(() -> tell(exchange)));
    }

    private void tell(ServerWebExchange exchange) {
        Passage passage = Passage.of(exchange);
        Optional<Position> position = Backend.position(exchange);
        if (position.isEmpty() || exchange.getResponse().isCommitted()) {
            return;
        }
        Side owner = owner(passage.api(), position.get());
        if (passage.writes()) {
            passage.user().ifPresent(user -> writes.remember(user, passage.api(), position.get(), owner));
        }
        SeenPositions seen = passage.seen().and(passage.api(), position.get(), owner);
        String token = tokens.write(seen);
        exchange.getResponse().getHeaders().set(Headers.POSITION, token);
        if (exchange.getRequest().getHeaders().containsHeader(HttpHeaders.COOKIE)) {
            SessionCookies.give(exchange, SessionCookies.POSITION, token, tokens.lifetime());
        }
    }

    private Side owner(String api, Position position) {
        return tables.current()
                .route(api)
                .filter(route -> route.epoch() == position.epoch())
                .map(Route::owner)
                .flatMap(owner -> owner.side())
                .orElse(null);
    }
}
