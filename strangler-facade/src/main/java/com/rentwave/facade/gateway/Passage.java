package com.rentwave.facade.gateway;

import com.rentwave.facade.session.SeenPositions;
import com.rentwave.sync.Position;
import com.rentwave.sync.Side;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;

/**
 * One request on its way through the filters: what they found out about it. Belongs to one exchange and is used by one
 * filter at a time.
 */
final class Passage {

    private static final String ATTRIBUTE = Passage.class.getName();

    private final RequestPath path;
    private final boolean read;
    private SeenPositions seen = SeenPositions.NONE;
    private String authorization;
    private boolean byCookie;
    private String subject;
    private byte[] body;
    private String idempotencyKey;
    private Side target = Side.LEGACY;
    private String awaitedApi;
    private Position awaited;
    private Duration awaitTime = Duration.ZERO;
    private Duration timeLimit;
    private Runnable whenBrokenOff = () -> {};

    private Passage(RequestPath path, boolean read) {
        this.path = path;
        this.read = read;
    }

    static Passage begin(ServerWebExchange exchange, RequestPath path) {
        HttpMethod method = exchange.getRequest().getMethod();
        boolean read = method == HttpMethod.GET
                || method == HttpMethod.HEAD
                || method == HttpMethod.OPTIONS
                || method == HttpMethod.TRACE;
        Passage passage = new Passage(path, read);
        exchange.getAttributes().put(ATTRIBUTE, passage);
        return passage;
    }

    static Passage of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    static Optional<Passage> find(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    RequestPath path() {
        return path;
    }

    /** The API below {@code /api/}; empty text for everything else. */
    String api() {
        return path.api().orElse("");
    }

    boolean isUnderApi() {
        return RequestPath.isUnderApi(path.raw());
    }

    /** Whether the request only reads: it can be sent again, and may go to a copy. */
    boolean reads() {
        return read;
    }

    boolean writes() {
        return !read;
    }

    void authorize(String header, boolean fromCookie) {
        authorization = header;
        byCookie = fromCookie;
    }

    /** The Authorization header for the backend; null for an anonymous request. */
    String authorization() {
        return authorization;
    }

    boolean authorizedByCookie() {
        return byCookie;
    }

    void identify(String user) {
        subject = user;
    }

    /** The user's id as far as the edge could verify it. */
    Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    /** Whom the request is from: the user's id, or the token itself while it cannot be verified; empty when anonymous. */
    Optional<String> user() {
        return subject().or(() -> Optional.ofNullable(authorization));
    }

    void remember(SeenPositions positions) {
        seen = positions;
    }

    SeenPositions seen() {
        return seen;
    }

    void buffer(byte[] bytes) {
        body = bytes;
    }

    /** The buffered body; null when the request has none or it is passed on as it comes. */
    byte[] body() {
        return body;
    }

    /** Makes sure that the write can be sent again without being done twice. */
    void identifyWrite(String givenKey) {
        idempotencyKey = givenKey == null ? UUID.randomUUID().toString() : givenKey;
    }

    /** The key sent with a write; null for reads. */
    String idempotencyKey() {
        return idempotencyKey;
    }

    void aimAt(Side side) {
        aimAt(side, null, null, Duration.ZERO);
    }

    /**
     * @param api whose rows the position is about
     * @param position what the side must have applied before it answers; null for nothing
     */
    void aimAt(Side side, String api, Position position, Duration patience) {
        target = side;
        awaitedApi = api;
        awaited = position;
        awaitTime = patience;
        timeLimit = null;
        whenBrokenOff = () -> {};
    }

    /** Gives the side that the request is aimed at now less time for its answer than a backend has otherwise. */
    void limitTo(Duration time) {
        timeLimit = time;
    }

    /** Null for the time that a backend has otherwise. */
    Duration timeLimit() {
        return timeLimit;
    }

    /** What is to be done should the side that the request is aimed at now begin its answer and not end it. */
    void whenBrokenOff(Runnable event) {
        whenBrokenOff = event;
    }

    void brokeOff() {
        whenBrokenOff.run();
    }

    Side target() {
        return target;
    }

    String awaitedApi() {
        return awaitedApi;
    }

    Position awaited() {
        return awaited;
    }

    Duration awaitTime() {
        return awaitTime;
    }
}
