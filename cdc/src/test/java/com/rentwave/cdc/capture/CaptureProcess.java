package com.rentwave.cdc.capture;

import com.rentwave.sync.VehiclesMapping;
import java.util.List;

/** A capture of the legacy side with its heartbeats in a JVM of its own: database URL, Kafka. */
final class CaptureProcess {

    private CaptureProcess() {}

    public static void main(String[] arguments) throws Exception {
        Capture capture = new Capture(CaptureSettings.legacy(
                List.of(VehiclesMapping.mapping()),
                new SourceDatabase(arguments[0], "rentwave_cdc", null),
                arguments[1]));
        capture.start();
        capture.arm("vehicles");
        new Heartbeats(List.of(capture)).start();
        Thread.currentThread().join();
    }
}
