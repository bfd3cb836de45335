package com.rentwave.facade.gateway;

import com.rentwave.facade.session.LoginTokens;
import com.rentwave.facade.session.PositionTokens;
import com.rentwave.facade.session.RecentWrites;
import com.rentwave.facade.session.SeenPositions;
import com.rentwave.facade.session.SessionCookies;
import com.rentwave.facade.session.Verdict;
import java.util.List;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds out who asks: by the Authorization header, else by the session cookie, which becomes that header. A bad header
 * is refused. A bad cookie is forgotten: reads go on without it, writes are refused.
 */
@Component
class ChecksSession implements GlobalFilter, Ordered {

    private static final Set<String> WITHOUT_SESSION =
            Set.of("/api/auth/login", "/api/auth/register", "/api/auth/logout");
    private static final String BEARER = "bearer ";

    private final LoginTokens logins;
    private final PositionTokens positions;
    private final RecentWrites writes;

    ChecksSession(LoginTokens logins, PositionTokens positions, RecentWrites writes) {
        this.logins = logins;
        this.positions = positions;
        this.writes = writes;
    }

    @Override
    public int getOrder() {
        return FilterOrder.CHECK_SESSION;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Passage passage = Passage.of(exchange);
        if (!passage.isUnderApi()) {
            return chain.filter(exchange);
        }
        passage.remember(seen(exchange.getRequest()));
        List<String> given = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        boolean welcome = given.isEmpty() ? byCookie(exchange, passage) : byHeader(passage, given);
        if (!welcome) {
            return Mono.error(Problem.invalidToken().asException());
        }
        passage.user().ifPresent(user -> passage.remember(passage.seen().and(writes.of(user))));
        return chain.filter(exchange);
    }

    private SeenPositions seen(ServerHttpRequest request) {
        SeenPositions told = positions.read(request.getHeaders().getFirst(Headers.POSITION));
        HttpCookie cookie = request.getCookies().getFirst(SessionCookies.POSITION);
        return cookie == null ? told : told.and(positions.read(cookie.getValue()));
    }

    private boolean byHeader(Passage passage, List<String> given) {
        String header = given.get(0);
        boolean bearer = given.size() == 1 && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        if (!bearer || !accept(passage, header.substring(BEARER.length()).strip())) {
            return false;
        }
        passage.authorize(header, false);
        return true;
    }

    private boolean byCookie(ServerWebExchange exchange, Passage passage) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(SessionCookies.SESSION);
        if (cookie == null) {
            return true;
        }
        if (passage.writes() && Origins.foreign(exchange.getRequest())) {
            throw Problem.foreignOrigin().asException();
        }
        if (WITHOUT_SESSION.contains(passage.path().raw())) {
            return true;
        }
        if (accept(passage, cookie.getValue())) {
            passage.authorize("Bearer " + cookie.getValue(), true);
            return true;
        }
        SessionCookies.take(exchange, SessionCookies.SESSION);
        return passage.reads();
    }

    private boolean accept(Passage passage, String token) {
        Verdict verdict = logins.check(token);
        if (verdict instanceof Verdict.Valid valid) {
            passage.identify(valid.subject());
        }
        return !(verdict instanceof Verdict.Invalid);
    }
}
