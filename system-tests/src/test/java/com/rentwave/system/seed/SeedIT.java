package com.rentwave.system.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.platform.Platform;
import com.rentwave.system.events.EventLogAudit;
import com.rentwave.system.stack.WithRentWave;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import com.rentwave.workload.seed.MovableClock;
import com.rentwave.workload.seed.Seed;
import com.rentwave.workload.seed.SeedListener;
import com.rentwave.workload.seed.SeedReport;
import com.rentwave.workload.seed.SeedSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@WithRentWave
class SeedIT {

    @Test
    void seedsALivelyRentWaveAndChangesNothingWhenRunAgain(Platform platform) throws Exception {
        SeedReport first = seed(platform);
        SeedReport second = seed(platform);

        assertThat(first.made()).isGreaterThan(50);
        assertThat(second.made()).isZero();
        assertThat(second.there()).isEqualTo(first.made() + first.there());
        SeedReport.Login somebody = second.people().get(0);
        RentWaveClient client = new RentWaveClient(
                RentWaveClient.newHttpClient(), platform.uri(), SignIn.COOKIE, Duration.ofSeconds(10));
        assertThat(client.login(somebody.email(), somebody.password()).status()).isEqualTo(200);
        assertThat(items(client, "/api/rentals?role=owner")).isPositive();
        assertThat(items(client, "/api/notifications")).isPositive();
        new EventLogAudit(platform).everyEventIsThereOnceAndInOrder();
    }

    private static SeedReport seed(Platform platform) throws IOException, InterruptedException {
        MovableClock clock = new MovableClock(platform.clocksOfRentals(), platform.internalToken());
        SeedSettings settings = new SeedSettings(platform.uri(), platform.seedPassword(), Optional.of(clock));
        return new Seed(settings, SeedListener.NONE).run();
    }

    private static int items(RentWaveClient client, String path) throws IOException {
        return client.send(ApiRequest.get(path)).json().path("items").size();
    }
}
