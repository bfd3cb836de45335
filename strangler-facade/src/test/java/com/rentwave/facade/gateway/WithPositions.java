package com.rentwave.facade.gateway;

import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.session.PositionTokens;
import com.rentwave.facade.session.SeenPositions;
import com.rentwave.sync.Position;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A facade with vehicles in READS, and the positions and tokens that go through it. */
abstract class WithPositions {

    @AutoClose
    static RunningFacade facade;

    long epoch;

    @BeforeAll
    static void start() throws Exception {
        facade = new RunningFacade();
    }

    @BeforeEach
    void startFromReads() {
        facade.reset();
        epoch = facade.epoch() + 1;
        facade.route(Phase.READS, Owner.LEGACY, epoch);
    }

    static String position(String side, long epoch, String lsn) {
        return side + ":" + epoch + ":7000000000000000001:1:" + lsn;
    }

    static String token(String position) {
        return facade.bean(PositionTokens.class)
                .write(new SeenPositions(
                        Map.of("vehicles", Position.parse(position).orElseThrow())));
    }

    static Position told(HttpResponse<?> answer) {
        String token = answer.headers().firstValue("RentWave-Position").orElseThrow();
        return facade.bean(PositionTokens.class).read(token).of("vehicles").orElseThrow();
    }
}
