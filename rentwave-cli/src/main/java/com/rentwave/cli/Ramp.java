package com.rentwave.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "ramp",
        mixinStandardHelpOptions = true,
        description = {
            "Raises the share of users who read from the service, step by step, as long as they fare well.",
            "The API has to be in CANARY. A canary that breaks is taken back by the facade itself.",
            "Shares that the canary has already are left out."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the last step is reached",
            "1:stopped, with the reason",
            "2:wrong usage, or no such API",
            "3:nothing answers"
        })
final class Ramp extends ApiCommand {

    private static final long LOOK_MILLIS = 1_000;

    @Option(
            names = "--auto",
            required = true,
            split = ",",
            paramLabel = "PERCENT",
            description = "The shares, such as 1,5,25,50,100; two decimals are allowed.")
    List<BigDecimal> steps;

    @Option(
            names = "--every",
            defaultValue = "2m",
            converter = ShortDuration.class,
            paramLabel = "TIME",
            description = "How long each share is watched, such as 30s or 2m (default: ${DEFAULT-VALUE}).")
    Duration every;

    @Option(names = "--json", description = "Prints the canary after each step as one line of JSON.")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (!rise()) {
            spec.commandLine().getErr().println("--auto takes shares that rise, such as 1,5,25,50,100.");
            return ExitCodes.USAGE;
        }
        return super.call();
    }

    private boolean rise() {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).compareTo(steps.get(i - 1)) <= 0) {
                return false;
            }
        }
        return true;
    }

    /** Shares that the canary has already are left out: nobody is moved back by a ramp that is begun again. */
    @Override
    int talk(OperatorClient client) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        JsonNode before = client.canary(api);
        BigDecimal present = before.path("percent").decimalValue();
        List<BigDecimal> left =
                steps.stream().filter(step -> step.compareTo(present) > 0).toList();
        if (left.isEmpty()) {
            out.println(json ? before.toString() : api + ": the share is " + plain(present) + " % already.");
            out.flush();
            return present.compareTo(steps.get(steps.size() - 1)) == 0 ? ExitCodes.DONE : ExitCodes.NOT_DONE;
        }
        for (BigDecimal percent : left) {
            client.share(api, percent);
            if (!json) {
                out.println(api + ": " + percent.toPlainString() + " % of the users read from the service.");
                out.flush();
            }
            JsonNode canary = watch(client, percent);
            String no = no(canary, percent);
            if (json) {
                out.println(canary);
            } else {
                out.println(no == null ? "  " + figures(canary) : "  Stopped: " + no + ".");
            }
            out.flush();
            if (no != null) {
                return ExitCodes.NOT_DONE;
            }
        }
        return ExitCodes.DONE;
    }

    private static String plain(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }

    private JsonNode watch(OperatorClient client, BigDecimal percent) throws IOException, InterruptedException {
        long end = System.nanoTime() + every.toNanos();
        JsonNode canary = client.canary(api);
        while (System.nanoTime() < end && no(canary, percent) == null) {
            Thread.sleep(Math.min(LOOK_MILLIS, every.toMillis()));
            canary = client.canary(api);
        }
        return canary;
    }

    /** Why the ramp stops; null when it goes on. */
    private String no(JsonNode canary, BigDecimal percent) {
        if (!canary.path("breach").isNull()) {
            return canary.path("breach").asText();
        }
        if (!canary.path("phase").asText().equals("CANARY")) {
            return api + " is in " + canary.path("phase").asText() + "; its history tells why";
        }
        return canary.path("percent").decimalValue().compareTo(percent) == 0
                ? null
                : "the share is " + canary.path("percent").asText() + " % now";
    }

    private static String figures(JsonNode canary) {
        JsonNode service = canary.path("lastMinute").path("service");
        return service.path("count").asLong() + " reads in the last minute, "
                + service.path("failures").asLong() + " failed, p99 "
                + Math.round(service.path("p99Millis").asDouble()) + " ms; "
                + canary.path("mismatched").asLong() + " of "
                + canary.path("compared").asLong() + " compared answers differed";
    }

    /** Reads 30s, 2m, 1h and what Java writes. */
    static final class ShortDuration implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                Duration duration = Duration.parse(text.startsWith("P") ? text : "PT" + text);
                if (!duration.isNegative()) {
                    return duration;
                }
            } catch (DateTimeParseException e) {
                // told below
            }
            throw new TypeConversionException("'" + text + "' is no time such as 30s or 2m");
        }
    }
}
