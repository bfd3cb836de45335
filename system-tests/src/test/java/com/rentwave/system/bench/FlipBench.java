package com.rentwave.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.platform.Platform;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.demo.Demo;
import com.rentwave.workload.demo.DemoListener;
import com.rentwave.workload.demo.DemoReport;
import com.rentwave.workload.demo.DemoSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest hold of a request in a flip stays below a second; the figures go to {@code target/bench}. */
@WithRentWave
class FlipBench {

    @ParameterizedTest
    @ValueSource(ints = {100, 200})
    void holdsNoRequestForASecond(int writesPerSecond, Platform platform) throws Exception {
        DemoSettings settings = new DemoSettings(
                Optional.empty(), 2_000, 5, Duration.ofSeconds(30), 20, writesPerSecond, writesPerSecond);

        DemoReport report = new Demo(platform, settings, DemoListener.NONE).run();

        Path figures = Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(
                figures.resolve("flips-at-" + writesPerSecond + "-writes.json"),
                report.json().toPrettyString());
        assertThat(report.examples()).isEmpty();
        assertThat(report.longestHoldMs()).isLessThan(1_000);
    }
}
