package com.rentwave.legacy.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import javax.sql.DataSource;

/** What the server and the machine lend to the application. */
@ApplicationScoped
class Resources {

    @Produces
    @Resource(lookup = "java:jboss/datasources/LegacyDS")
    private DataSource database;

    @Produces
    @Resource
    private ManagedScheduledExecutorService timers;

    @Produces
    @PersistenceContext
    private EntityManager entities;

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
