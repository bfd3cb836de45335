package com.rentwave.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.platform.Platform;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.bench.BenchFolder;
import com.rentwave.workload.bench.BenchReport;
import com.rentwave.workload.bench.CutoverBench;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten flips below a load, and nothing lost; how long requests were held goes to {@code target/bench}. */
@WithRentWave
class FlipBench {

    @ParameterizedTest
    @ValueSource(ints = {100, 200})
    void flipsBelowALoad(int writesPerSecond, Platform platform) throws Exception {
        CutoverBench.Settings settings = new CutoverBench.Settings(1, 5, 30, 0, writesPerSecond, writesPerSecond);

        BenchReport report = new CutoverBench(() -> platform, settings).run(sentence -> {});

        new BenchFolder(Path.of("target", "bench")).keep(report);
        assertThat(report.problems()).isEmpty();
    }
}
