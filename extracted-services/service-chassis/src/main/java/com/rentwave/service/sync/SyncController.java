package com.rentwave.service.sync;

import com.rentwave.sync.ApplierStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells operators how far the monolith's rows are applied. The facade does not let this address out. */
@RestController
class SyncController {

    private final LegacyRows rows;

    SyncController(LegacyRows rows) {
        this.rows = rows;
    }

    @GetMapping("/internal/sync")
    Status status() {
        ApplierStatus now = rows.status();
        return new Status(
                now.state().name(),
                now.reason(),
                now.nextOffset(),
                now.appliedLsn().toString());
    }

    record Status(String state, String reason, long nextOffset, String appliedLsn) {}
}
