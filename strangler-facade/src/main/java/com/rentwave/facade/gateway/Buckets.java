package com.rentwave.facade.gateway;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.springframework.web.server.ServerWebExchange;

/** Divides users into a hundred buckets; one user is always in the same one, and in another for another API. */
final class Buckets {

    private static final int COUNT = 100;

    private Buckets() {}

    static int of(ServerWebExchange exchange, String api) {
        InetSocketAddress address = exchange.getRequest().getRemoteAddress();
        String anonymous = address == null ? "" : address.getHostString();
        return of(api + ':' + Passage.of(exchange).subject().orElse(anonymous));
    }

    static int of(String user) {
        CRC32 hash = new CRC32();
        hash.update(user.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % COUNT);
    }
}
