package com.rentwave.vehicle.application;

import java.nio.file.Path;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells operators and gates what runs and whether it is well. The facade does not let these addresses out. */
@RestController
class InternalController {

    private static final String COMPONENT = "vehicle-service";

    private final JdbcClient database;
    private volatile String build;

    InternalController(JdbcClient database) {
        this.database = database;
    }

    /** Computed when somebody first asks: reading the whole jar would make every start longer. */
    @GetMapping("/internal/build")
    Build build() {
        if (build == null) {
            Path deployed = new ApplicationHome(VehicleServiceApplication.class)
                    .getSource()
                    .toPath();
            build = BuildId.of(deployed);
        }
        return new Build(COMPONENT, build);
    }

    @GetMapping("/internal/health")
    ResponseEntity<Health> health() {
        try {
            database.sql("SELECT 1 FROM sync.ownership WHERE api = 'vehicles'")
                    .query(Integer.class)
                    .single();
            return ResponseEntity.ok(new Health("UP", COMPONENT, null));
        } catch (DataAccessException e) {
            return ResponseEntity.status(503).body(new Health("DOWN", COMPONENT, "database: " + e.getMessage()));
        }
    }

    record Build(String component, String build) {}

    record Health(String status, String component, String reason) {}
}
