package com.rentwave.facade.gateway;

import org.springframework.core.Ordered;

/**
 * The way of a request, outermost first. Filters below {@link #WRITE_RESPONSE} see a response that can still be changed:
 * the backend's answer is written there.
 */
final class FilterOrder {

    static final int MEASURE_TRAFFIC = -550;
    static final int ANSWER_PROBLEMS = -500;
    static final int SHED_LOAD = -450;
    static final int READ_PATH = -400;
    static final int CHECK_SESSION = -300;
    static final int BUFFER_WRITES = -200;
    static final int SHADOW_READS = -100;
    static final int OPEN_STREAMS = -50;
    static final int WRITE_RESPONSE = -1;
    static final int TELL_POSITION = 100;
    static final int KEEP_SESSION = 200;
    static final int ROUTE_READS = 300;
    static final int ROUTE_WRITES = 400;
    static final int SEND_REQUESTS = Ordered.LOWEST_PRECEDENCE;

    private FilterOrder() {}
}
