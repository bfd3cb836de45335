package com.rentwave.sync;

import com.rentwave.broker.TestBroker;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;

/** The topics of a broker. */
final class Topics {

    private Topics() {}

    static Admin admin(TestBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.address()));
    }

    static void create(TestBroker broker, String name) throws Exception {
        try (Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    /** Deletes a topic and waits until its name can be used again. */
    static void delete(TestBroker broker, String name) throws Exception {
        try (Admin admin = admin(broker)) {
            admin.deleteTopics(List.of(name)).all().get();
            Awaitility.await("topic is gone")
                    .until(() -> !admin.listTopics().names().get().contains(name));
        }
    }
}
