package com.rentwave.system.cutover;

import com.rentwave.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What an operator types, in a process of its own.
 *
 * @param exitCode 0 when it was done
 * @param output everything that it printed
 */
record Order(int exitCode, String output) {

    /** Starts {@code ./rentwave WORDS}; done when that has ended. */
    static CompletableFuture<Order> typed(Platform platform, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(platform.projectFolder().resolve("rentwave").toString());
        command.addAll(List.of(words));
        command.addAll(List.of("--data", platform.dataFolder().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("RENTWAVE_SKIP_BUILD", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        return CompletableFuture.supplyAsync(() -> {
            try (var said = process.getInputStream()) {
                String output = new String(said.readAllBytes(), StandardCharsets.UTF_8);
                return new Order(process.waitFor(), output);
            } catch (IOException | InterruptedException e) {
                process.destroyForcibly();
                throw new IllegalStateException(e);
            }
        });
    }

    boolean done() {
        return exitCode == 0;
    }
}
