package com.rentwave.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.rentwave.platform.Login;
import com.rentwave.platform.Part;
import com.rentwave.platform.Platform;
import com.rentwave.platform.PlatformSettings;
import com.rentwave.platform.Ports;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts all of RentWave on this machine; what runs already is left alone.")
final class Up implements Callable<Integer> {

    @Mixin
    DataOptions data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "${env:RENTWAVE_PORT_BASE}",
            description = {
                "Puts all ports together: N public, N+1 console, N+10 monolith, N+11 its management, N+20 vehicle-service,"
                        + " N+25 rental-service, N+30 cdc, N+40 PostgreSQL, N+50 and N+51 Kafka. Remembered in the data folder."
            })
    Integer portBase;

    @Mixin
    ReportOptions output;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        long begin = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter told = output.told(spec);
        PlatformSettings settings = PlatformSettings.in(data.folder());
        if (portBase != null) {
            settings = settings.withPorts(Ports.from(portBase));
        }
        told.println("RentWave starts in " + settings.dataFolder());
        Platform platform = Platform.start(settings, new Terminal(told, "starting"));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (!output.json) {
            tell(out, platform, took);
        }
        output.end(spec, () -> report(platform, took));
        return 0;
    }

    private static void tell(PrintWriter out, Platform platform, Duration took) {
        out.println("Ready in " + Terminal.seconds(took) + ".");
        out.println();
        out.println("  RentWave       " + platform.uri());
        out.println("  Console        " + platform.consoleUri() + "   operator token: "
                + platform.dataFolder().resolve("secrets").resolve("operator-token"));
        out.println("  Demo login     " + text(platform.demoLogin()));
        out.println("  Administrator  " + text(platform.administratorLogin()));
        out.println();
        out.flush();
    }

    private static String text(Login login) {
        return login.email() + "   password: " + login.password();
    }

    private static Map<String, Object> report(Platform platform, Duration took) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("url", platform.uri().toString());
        report.put("console", platform.consoleUri().toString());
        report.put("login", platform.demoLogin());
        report.put("administrator", platform.administratorLogin());
        List<Map<String, Object>> parts =
                platform.parts().stream().map(part -> part(platform, part)).toList();
        report.put("parts", parts);
        report.put("totalMs", took.toMillis());
        return report;
    }

    private static Map<String, Object> part(Platform platform, Part part) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", part.name());
        line.put("port", part.port());
        line.put("pid", part.pid().orElse(0));
        line.put(
                "startedInMs",
                platform.startTimes().getOrDefault(part.name(), Duration.ZERO).toMillis());
        return line;
    }
}
