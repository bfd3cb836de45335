package com.rentwave.cli;

import com.rentwave.platform.Platform;
import com.rentwave.platform.PlatformException;
import com.rentwave.workload.api.OperatorClient;
import com.rentwave.workload.api.OperatorException;
import com.rentwave.workload.api.RentWaveClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which facade an operator's command talks to: the one of the data folder, or any other by its console's address. */
final class OperatorOptions {

    /** A question or a request to the operator API; its result is the exit code. */
    interface Conversation {

        int with(OperatorClient operator) throws IOException, InterruptedException;
    }

    @Mixin
    DataOptions data;

    @Option(
            names = "--console",
            paramLabel = "URL",
            description = "Console address of another facade; its token is read from RENTWAVE_OPERATOR_TOKEN.")
    URI console;

    /** Talks, and says in a sentence what is wrong when nobody answers. */
    int talk(PrintWriter err, Conversation conversation) throws InterruptedException {
        URI address = console;
        try {
            String token;
            if (address == null) {
                Platform platform = data.open();
                address = platform.consoleUri();
                token = platform.operatorToken();
            } else {
                token = System.getenv().getOrDefault("RENTWAVE_OPERATOR_TOKEN", "");
            }
            return conversation.with(new OperatorClient(RentWaveClient.newHttpClient(), address, token));
        } catch (PlatformException nothingThere) {
            err.println(nothingThere.getMessage());
            return ExitCodes.NOT_REACHABLE;
        } catch (OperatorException refused) {
            err.println(refused.getMessage());
            return refused.status() == 404 ? ExitCodes.USAGE : ExitCodes.NOT_DONE;
        } catch (IOException notReachable) {
            err.println(
                    "Nothing answers at " + address + ". Start RentWave with: rentwave up. What runs and what does not"
                            + " is told by: rentwave status.");
            return ExitCodes.NOT_REACHABLE;
        }
    }
}
