package com.rentwave.system.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.platform.Platform;
import com.rentwave.system.events.EventLogAudit;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.journeys.Crowd;
import com.rentwave.workload.journeys.CrowdListener;
import com.rentwave.workload.journeys.CrowdReport;
import com.rentwave.workload.journeys.CrowdSettings;
import com.rentwave.workload.journeys.KindReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * 200 people at once search, look, advertise, rent, give back and read their notifications through the facade. How long it
 * lasts is {@code rentwave.load.seconds}; the figures stay in the build folder.
 */
@WithRentWave
class MixedLoadIT {

    private static final int USERS = 200;
    private static final int SECONDS = Integer.getInteger("rentwave.load.seconds", 20);

    @Test
    void nobodyOfTwoHundredPeopleSeesAnError(Platform platform) throws InterruptedException, IOException {
        CrowdSettings settings = CrowdSettings.of(platform.uri(), USERS, Duration.ofSeconds(SECONDS));

        CrowdReport report = new Crowd(settings, CrowdListener.NONE).run();

        Files.writeString(Path.of("target", "mixed-load.json"), report.json() + "\n");
        assertThat(report.examples()).isEmpty();
        assertThat(report.errors()).isZero();
        assertThat(report.requests()).isGreaterThan(USERS);
        assertThat(report.kinds())
                .extracting(KindReport::kind)
                .contains("search", "list", "detail", "advertise", "rent", "notifications", "wallet", "stream");
        new EventLogAudit(platform).everyEventIsThereOnceAndInOrder();
    }
}
