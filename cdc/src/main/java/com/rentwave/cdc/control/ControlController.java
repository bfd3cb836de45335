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
    private final MovingApis apis;

    ControlController(Streams streams, MovingApis apis) {
        this.streams = streams;
        this.apis = apis;
    }

    @PostMapping("/streams/{api}/arm")
    ApiStreams.View arm(@PathVariable String api) {
        ApiStreams wanted = apis.named(api).streams();
        wanted.arm();
        return wanted.view();
    }

    @GetMapping("/streams/{api}")
    ApiStreams.View streams(@PathVariable String api) {
        return apis.named(api).streams().view();
    }

    @GetMapping("/mapping/{api}")
    MappingProof.Result mapping(@PathVariable String api) throws SQLException {
        return apis.named(api).mappingProof().run();
    }

    /** Of all rows, or of those that were changed since then. */
    @PostMapping("/reconcile/{api}")
    Comparison reconcile(@PathVariable String api, @RequestParam Optional<String> since)
            throws SQLException, BarrierException {
        Reconciliation wanted = apis.named(api).reconciliation();
        return since.isEmpty() ? wanted.all() : wanted.changedSince(instant(since.get()));
    }

    /** That all rows are equal, from the last time they were. */
    @PostMapping("/prove/{api}")
    Comparison prove(@PathVariable String api) throws SQLException, BarrierException {
        return apis.named(api).reconciliation().prove();
    }

    /** The process is up; what is wrong with a stream is an alarm, which a restart would not mend. */
    @GetMapping("/internal/health")
    Map<String, Object> health() {
        return Map.of("status", "UP", "alarms", streams.alarms());
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
