package com.rentwave.workload.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * A browser's session: cookies as they are set, sent back to the one origin this client talks to. Only what RentWave
 * uses is understood: the name, the value and {@code Max-Age=0} as removal.
 */
final class CookieSession implements Session {

    private final String origin;
    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();

    CookieSession(URI base) {
        this.origin = base.getScheme() + "://" + base.getAuthority();
    }

    @Override
    public void addTo(HttpRequest.Builder request) {
        request.setHeader("Origin", origin);
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
    }

    @Override
    public void learnFrom(Answer answer) {
        answer.headers().allValues("Set-Cookie").forEach(this::set);
    }

    @Override
    public void signedIn(Answer login) {
        // The session cookie came with the answer's headers.
    }

    @Override
    public String token() {
        return null;
    }

    private void set(String header) {
        String[] parts = header.split(";");
        int equals = parts[0].indexOf('=');
        if (equals < 1) {
            return;
        }
        String name = parts[0].substring(0, equals).strip();
        boolean removed = false;
        for (int i = 1; i < parts.length; i++) {
            removed |= parts[i].strip().equalsIgnoreCase("Max-Age=0");
        }
        if (removed) {
            cookies.remove(name);
        } else {
            cookies.put(name, parts[0].substring(equals + 1).strip());
        }
    }
}
