package com.rentwave.sync;

import com.rentwave.broker.TestBroker;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stops the servers that all tests of the run share, after the last of them. */
final class Servers implements BeforeAllCallback {

    private static TestBroker broker;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Servers.class, key -> (AutoCloseable) () -> {
                    stopBroker();
                    TestCluster.stop();
                });
    }

    /** One broker for all tests of the run that do not stop it. */
    static synchronized TestBroker broker() {
        if (broker == null) {
            broker = new TestBroker();
        }
        return broker;
    }

    private static synchronized void stopBroker() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }
}
