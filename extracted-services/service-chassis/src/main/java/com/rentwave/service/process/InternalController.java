package com.rentwave.service.process;

import com.rentwave.service.ServiceIdentity;
import com.rentwave.sync.BuildId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells operators and gates what runs and whether it is well. The facade does not let these addresses out. */
@RestController
class InternalController {

    private final JdbcClient database;
    private final ServiceIdentity service;
    private final ObjectProvider<Alarm> alarms;
    private final Cleaning cleaning;
    private volatile String build;

    InternalController(JdbcClient database, ServiceIdentity service, ObjectProvider<Alarm> alarms, Cleaning cleaning) {
        this.database = database;
        this.service = service;
        this.alarms = alarms;
        this.cleaning = cleaning;
    }

    /** Computed when somebody first asks: reading the whole jar would make every start longer. */
    @GetMapping("/internal/build")
    Build build() {
        if (build == null) {
            Path deployed =
                    new ApplicationHome(service.application()).getSource().toPath();
            build = BuildId.of(deployed);
        }
        return new Build(service.component(), build);
    }

    @GetMapping("/internal/health")
    ResponseEntity<Health> health() {
        try {
            database.sql("SELECT 1 FROM sync.ownership WHERE api = ?")
                    .param(service.api())
                    .query(Integer.class)
                    .single();
            return ResponseEntity.ok(new Health("UP", service.component(), alarm()));
        } catch (DataAccessException e) {
            return ResponseEntity.status(503)
                    .body(new Health("DOWN", service.component(), "database: " + e.getMessage()));
        }
    }

    /** What was removed because nobody needs it any more, table by table. */
    @GetMapping("/internal/cleaning")
    List<Cleaning.State> cleaning() {
        return cleaning.states();
    }

    /** Null when nobody has to look after anything. */
    private String alarm() {
        String all =
                alarms.orderedStream().flatMap(alarm -> alarm.text().stream()).collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }

    record Build(String component, String build) {}

    record Health(String status, String component, String reason) {}
}
