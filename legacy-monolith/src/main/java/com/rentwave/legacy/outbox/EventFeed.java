package com.rentwave.legacy.outbox;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Starts and stops the consumer of events with the application, where Kafka's address is given. */
@WebListener
public class EventFeed implements ServletContextListener {

    private static final Logger LOG = System.getLogger(EventFeed.class.getName());
    private static final String ADDRESS = "RENTWAVE_KAFKA_BOOTSTRAP_SERVERS";
    private static final long LONGEST_FAREWELL_MILLIS = 5_000;

    private final EventConsumer consumer;

    @Resource
    private ManagedThreadFactory threads;

    private Thread thread;

    @Inject
    EventFeed(EventConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        String bootstrapServers = System.getenv(ADDRESS);
        if (bootstrapServers == null || bootstrapServers.isBlank()) {
            LOG.log(Level.INFO, "{0} is not set: no event log, no notifications", ADDRESS);
            return;
        }
        thread = threads.newThread(() -> consumer.run(bootstrapServers));
        thread.setName("rentwave-events");
        thread.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (thread == null) {
            return;
        }
        consumer.stop();
        try {
            thread.join(LONGEST_FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
