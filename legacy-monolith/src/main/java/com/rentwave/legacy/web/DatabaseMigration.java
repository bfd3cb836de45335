package com.rentwave.legacy.web;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;

/** Brings the database to the schema of this build before the first request, then lets Hibernate check the mapping. */
@WebListener
public class DatabaseMigration implements ServletContextListener {

    private final DataSource database;
    private final Event<DatabaseReady> ready;

    @PersistenceUnit
    private EntityManagerFactory entities;

    @Inject
    DatabaseMigration(DataSource database, Event<DatabaseReady> ready) {
        this.database = database;
        this.ready = ready;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        migrate(database);
        entities.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
        ready.fire(new DatabaseReady());
    }

    /** Idempotent; several servers may start at once. */
    static void migrate(DataSource database) {
        Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/sync", "classpath:db/migration")
                .placeholders(Map.of("side", "legacy"))
                .load()
                .migrate();
    }
}
