package com.rentwave.cdc.control;

import com.rentwave.cdc.reconcile.BarrierException;
import com.rentwave.cdc.reconcile.Comparison;
import com.rentwave.cdc.reconcile.MappingProof;
import com.rentwave.cdc.reconcile.Reconciliation;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the facade asks of change data capture. */
@RestController
class ControlController {

    private final Streams streams;
    private final Reconciliation reconciliation;
    private final MappingProof mappingProof;

    ControlController(Streams streams, Reconciliation reconciliation, MappingProof mappingProof) {
        this.streams = streams;
        this.reconciliation = reconciliation;
        this.mappingProof = mappingProof;
    }

    @PostMapping("/streams/{api}/arm")
    Streams.View arm(@PathVariable String api) {
        check(api);
        streams.arm();
        return streams.view();
    }

    @GetMapping("/streams/{api}")
    Streams.View streams(@PathVariable String api) {
        check(api);
        return streams.view();
    }

    @GetMapping("/mapping/{api}")
    MappingProof.Result mapping(@PathVariable String api) throws SQLException {
        check(api);
        return mappingProof.run();
    }

    @PostMapping("/reconcile/{api}")
    Comparison reconcile(@PathVariable String api, @RequestParam Optional<String> since)
            throws SQLException, BarrierException {
        check(api);
        return reconciliation.run(since.map(ControlController::instant));
    }

    /** The process is up; what is wrong with a stream is an alarm, which a restart would not mend. */
    @GetMapping("/internal/health")
    Map<String, Object> health() {
        return Map.of("status", "UP", "alarms", streams.alarms());
    }

    private void check(String api) {
        if (!streams.isFor(api)) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is no API " + api + ".");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST, "invalid-parameter", "Request not valid", "since is not an instant.");
        }
    }
}
