package com.rentwave.facade.gateway;

import com.rentwave.facade.session.PositionTokens;
import com.rentwave.facade.session.SeenPositions;
import com.rentwave.facade.session.SessionCookies;
import com.rentwave.sync.Position;
import java.util.Map;
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

    private static final String FROM_PAGE = "Sec-Fetch-Site";

    private final PositionTokens tokens;
    private final ToldPositions told;
    private volatile Cookie last = new Cookie("", false, "");

    /** Readers that have seen the same get the same; writing it takes longer than all the rest here. */
    private record Cookie(String token, boolean secure, String text) {}

    TellsPosition(PositionTokens tokens, ToldPositions told) {
        this.tokens = tokens;
        this.told = told;
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
        if (exchange.getResponse().isCommitted()) {
            return;
        }
        Passage passage = Passage.of(exchange);
        SeenPositions now = now(exchange, passage);
        if (now.byApi().isEmpty()) {
            return;
        }
        if (passage.writes() || !now.byApi().containsKey(passage.api())) {
            told.remember(passage, now);
        }
        SeenPositions seen = passage.seen();
        for (Map.Entry<String, Position> one : now.byApi().entrySet()) {
            seen = told.and(seen, one.getKey(), one.getValue());
        }
        String token = tokens.write(seen);
        exchange.getResponse().getHeaders().set(Headers.POSITION, token);
        if (isBrowser(exchange.getRequest().getHeaders())) {
            exchange.getResponse()
                    .getHeaders()
                    .add(HttpHeaders.SET_COOKIE, cookie(token, SessionCookies.isSecure(exchange)));
        }
    }

    /** Before it was given any cookie a browser tells only where its request comes from; other clients have the header. */
    private static boolean isBrowser(HttpHeaders headers) {
        return headers.containsHeader(HttpHeaders.COOKIE) || headers.containsHeader(FROM_PAGE);
    }

    /** What this answer has seen of its own API, or of those whose news it tells. */
    private SeenPositions now(ServerWebExchange exchange, Passage passage) {
        return Backend.position(exchange)
                .map(position -> told.and(SeenPositions.NONE, passage.api(), position))
                .or(() -> Backend.header(exchange, Headers.POSITIONS).map(all -> told.and(SeenPositions.NONE, all)))
                .orElse(SeenPositions.NONE);
    }

    private String cookie(String token, boolean secure) {
        Cookie known = last;
        if (known.secure() != secure || !known.token().equals(token)) {
            String text = SessionCookies.text(SessionCookies.POSITION, token, tokens.lifetime(), secure);
            known = new Cookie(token, secure, text);
            last = known;
        }
        return known.text();
    }
}
