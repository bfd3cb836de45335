package com.rentwave.facade.gateway;

import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.traffic.TrafficMeter;
import com.rentwave.sync.Side;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Counts the requests to APIs that move, as their users feel them: errors of the facade and the time in a hold included.
 * Answers the facade gave without asking a side are counted for none, unless it meant to ask and failed.
 */
@Component
class MeasuresTraffic implements GlobalFilter, Ordered {

    private final RouteTables tables;
    private final TrafficMeter meter;

    MeasuresTraffic(RouteTables tables, TrafficMeter meter) {
        this.tables = tables;
        this.meter = meter;
    }

    @Override
    public int getOrder() {
        return FilterOrder.MEASURE_TRAFFIC;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        long began = System.nanoTime();
        return chain.filter(exchange).doOnSuccess(done -> count(exchange, began));
    }

    private void count(ServerWebExchange exchange, long began) {
        Passage passage = Passage.find(exchange).orElse(null);
        if (passage == null || tables.current().route(passage.api()).isEmpty()) {
            return;
        }
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        boolean failed = status == null || status.is5xxServerError();
        if (failed || Backend.status(exchange) != 0) {
            Side side = passage.target();
            meter.answered(passage.api(), side, passage.writes(), failed, System.nanoTime() - began);
        }
    }
}
