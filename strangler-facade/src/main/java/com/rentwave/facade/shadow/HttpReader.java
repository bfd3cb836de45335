package com.rentwave.facade.shadow;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.api.StartingServer;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Reads over HTTP. Blocks; not for an event loop. */
final class HttpReader implements Reader {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final String AWAIT_MILLIS = "1000";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final MovingApis apis;

    HttpReader(MovingApis apis) {
        this.apis = apis;
    }

    @Override
    public SideAnswer read(Side side, Read read, String position) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(apis.uri(read.api(), side) + read.path()))
                .timeout(LIMIT)
                .GET();
        read.headers().forEach(request::header);
        if (!position.isEmpty()) {
            request.header("RentWave-Await", position)
                    .header("RentWave-Await-Api", read.api())
                    .header("RentWave-Await-Millis", AWAIT_MILLIS);
        }
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (isOutage(answer)) {
            throw new IOException("nothing answers for the API at the side " + side.word() + " at the moment");
        }
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new SideAnswer(answer.statusCode(), headers, answer.body());
    }

    /** A server that starts, or one that is overloaded or without its database, says nothing about the data. */
    private static boolean isOutage(HttpResponse<?> answer) {
        return switch (answer.statusCode()) {
            case 502, 503, 504 -> true;
            default ->
                StartingServer.answers(
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""));
        };
    }
}
