package com.rentwave.facade.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.gateway.StandIn.Answer;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShutdownIT {

    @Test
    void endsTheRequestsItHasBegunAndTakesNoNewOnes() throws Exception {
        try (RunningFacade facade = new RunningFacade("rentwave.hold.time=30s")) {
            facade.route(Phase.READS, Owner.LEGACY, 0);
            facade.legacy.answers(asked -> Answer.of(421, "{}", "RentWave-Epoch", "1"));
            CompletableFuture<HttpResponse<String>> held = facade.sendAsync("POST", "/api/vehicles", "{}");
            await("held").until(() -> facade.holds().held("vehicles") == 1);
            int port = facade.port();

            CompletableFuture<Void> stopping = CompletableFuture.runAsync(facade::shutDown);
            await("closed to new clients")
                    .untilAsserted(() -> assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
                            .isInstanceOf(IOException.class));
            assertThat(held).isNotDone();
            try (Connection connection = facade.postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "UPDATE route SET phase = 'OWNED', owner = 'service', epoch = 1, version = version + 1");
            }

            assertThat(held.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            stopping.get(60, TimeUnit.SECONDS);
            assertThat(facade.service.asked()).hasSize(1);
        }
    }
}
