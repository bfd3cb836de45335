package com.rentwave.facade;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The only public entry of RentWave: routes each API to the side that serves it, and moves APIs between the sides. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FacadeApplication {

    private static final String EVENT_LOOPS = "reactor.netty.ioWorkerCount";

    public static void main(String[] args) {
        oneEventLoopAProcessor();
        SpringApplication.run(FacadeApplication.class, args);
    }

    /**
     * No event loop ever waits, so more of them than processors only take the processors from each other; what is said on
     * the command line wins. Read once, when the first connection is made.
     */
    private static void oneEventLoopAProcessor() {
        if (System.getProperty(EVENT_LOOPS) == null) {
            int loops = Math.max(2, Runtime.getRuntime().availableProcessors());
            System.setProperty(EVENT_LOOPS, Integer.toString(loops));
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
