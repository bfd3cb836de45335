package com.rentwave.workload.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What has been verified, compared with what runs. */
public final class ContractRecord {

    private final OperatorClient operator;

    public ContractRecord(OperatorClient operator) {
        this.operator = operator;
    }

    /** The contracts that stand in the way of a flip, one sentence each; empty when all are kept by what runs. */
    public List<String> missing() throws IOException {
        List<String> missing = new ArrayList<>();
        for (JsonNode row : operator.contracts()) {
            if (!row.path("verified").asBoolean() && !row.path("state").asText().equals("PENDING")) {
                missing.add(row.path("reason").asText());
            }
        }
        return missing;
    }

    static Path pactFolder(Path project) {
        return project.resolve("contracts").resolve("pacts");
    }
}
