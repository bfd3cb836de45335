package com.rentwave.cdc.control;

import com.rentwave.cdc.CdcApplication;
import com.rentwave.sync.BuildId;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells which build runs: contracts about messages are kept by the one that publishes them, too. */
@RestController
class BuildController {

    private volatile String build;

    /** Computed when somebody first asks: reading all of it would make every start longer. */
    @GetMapping("/internal/build")
    Map<String, String> build() {
        if (build == null) {
            build = BuildId.of(
                    new ApplicationHome(CdcApplication.class).getSource().toPath());
        }
        return new TreeMap<>(Map.of("component", "cdc", "build", build));
    }
}
