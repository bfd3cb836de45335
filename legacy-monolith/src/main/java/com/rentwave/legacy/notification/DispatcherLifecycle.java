package com.rentwave.legacy.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Starts and stops the dispatcher with the application. */
@WebListener
public class DispatcherLifecycle implements ServletContextListener {

    private static final long LONGEST_FAREWELL_MILLIS = 5_000;

    private final Dispatcher dispatcher;

    @Resource
    private ManagedThreadFactory threads;

    private Thread thread;

    @Inject
    DispatcherLifecycle(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        thread = threads.newThread(dispatcher::run);
        thread.setName("rentwave-notifications");
        thread.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        dispatcher.stop();
        try {
            thread.join(LONGEST_FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
