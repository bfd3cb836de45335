package com.rentwave.facade.gateway;

import com.rentwave.facade.route.Route;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.springframework.web.server.ServerWebExchange;

/** Divides users into ten thousand buckets; one user is always in the same one, and in another for another API. */
final class Buckets {

    private static final int COUNT = Route.ALL;

    private Buckets() {}

    static int of(ServerWebExchange exchange, String api) {
        return of(api + ':' + Passage.of(exchange).subject().orElseGet(() -> Visitors.of(exchange)));
    }

    static int of(String user) {
        CRC32 hash = new CRC32();
        hash.update(user.getBytes(StandardCharsets.UTF_8));
        return Integer.remainderUnsigned(mixed((int) hash.getValue()), COUNT);
    }

    /** Spreads similar checksums; the finaliser of MurmurHash3 (Austin Appleby, public domain). */
    private static int mixed(int checksum) {
        int hash = checksum;
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }
}
