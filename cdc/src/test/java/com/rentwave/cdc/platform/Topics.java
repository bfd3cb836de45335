package com.rentwave.cdc.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/** The topics of a broker. */
public final class Topics {

    private Topics() {}

    /** Deletes all topics of the product and waits until their names can be used again. */
    public static void deleteAll(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith("rentwave."))
                    .toList();
            admin.deleteTopics(topics).all().get();
            Awaitility.await("topics are gone")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> admin.listTopics().names().get().stream().noneMatch(topics::contains));
        }
    }
}
