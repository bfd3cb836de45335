package com.rentwave.facade.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Believes a trusted proxy that a request came to it over TLS, and nobody else; then the request's scheme is https, and the
 * browser gets cookies that it sends over encrypted connections only. Nothing else that a proxy says is believed.
 */
@Component
public class TrustedProxies extends ForwardedHeaderTransformer {

    private static final String PROTO = "X-Forwarded-Proto";
    private static final String TLS = "https";

    private final Set<InetAddress> trusted;

    TrustedProxies(ProxySettings settings) {
        this.trusted = settings.trusted();
    }

    @Override
    public ServerHttpRequest apply(ServerHttpRequest request) {
        if (trusted.isEmpty() || !isFromTrusted(request) || !saysTls(request)) {
            return request;
        }
        return request.mutate()
                .uri(UriComponentsBuilder.fromUri(request.getURI())
                        .scheme(TLS)
                        .build(true)
                        .toUri())
                .build();
    }

    private boolean isFromTrusted(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        return remote != null && trusted.contains(remote.getAddress());
    }

    /** Proxies append to what is there: the last word is the one of the proxy that stands before us. */
    private static boolean saysTls(ServerHttpRequest request) {
        String said = request.getHeaders().getFirst(PROTO);
        return said != null
                && TLS.equalsIgnoreCase(
                        said.substring(said.lastIndexOf(',') + 1).strip());
    }
}
