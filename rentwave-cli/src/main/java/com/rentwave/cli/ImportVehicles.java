package com.rentwave.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.platform.PlatformException;
import com.rentwave.workload.vehicles.ImportException;
import com.rentwave.workload.vehicles.ImportResult;
import com.rentwave.workload.vehicles.ImportSettings;
import com.rentwave.workload.vehicles.MappingTable;
import com.rentwave.workload.vehicles.VehicleFile;
import com.rentwave.workload.vehicles.VehicleFileException;
import com.rentwave.workload.vehicles.VehicleImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "vehicles",
        mixinStandardHelpOptions = true,
        description = {
            "Offers the vehicles of a CSV file through the public API, spread evenly over generated owner accounts.",
            "The header is epa_id,make,model,year,size_class,transmission,drive,cylinders,displacement_l,fuel,"
                    + "highway_mpg,city_mpg; the encoding is UTF-8.",
            "An import that was broken off goes on where it was when it is run again; no vehicle comes twice.",
            "With --mapping it prints how seats, boot, price and the rest are made of a row."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done; rows that cannot be mapped are told with line and reason",
            "1:broken off",
            "2:wrong usage, or not such a file",
            "3:RentWave does not answer"
        })
final class ImportVehicles implements Callable<Integer> {

    private static final int REFUSED_TOLD = 20;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The CSV file.")
    Path file;

    @Option(names = "--owners", paramLabel = "N", defaultValue = "20", description = "Owner accounts (default: 20).")
    int owners;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "8",
            description = "Requests at the same time (default: 8).")
    int parallel;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "EUR",
            description = "Currency of the prices (default: EUR).")
    String currency;

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            description = "Where owner accounts are kept (default: import-owners.json in the data folder).")
    Path accounts;

    @Option(names = "--url", paramLabel = "URL", description = "Public address of another RentWave; needs --accounts.")
    URI url;

    @Option(names = "--mapping", description = "Prints the mapping and ends.")
    boolean mapping;

    @Option(names = "--json", description = "Prints one JSON object at the end; progress goes to standard error.")
    boolean json;

    @Mixin
    DataOptions data;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (mapping) {
            MappingTable.lines().forEach(out::println);
            return ExitCodes.DONE;
        }
        if (file == null
                || owners < 1
                || owners > 1000
                || parallel < 1
                || parallel > 256
                || url != null && accounts == null) {
            err.println(
                    file == null
                            ? "Say which file: rentwave import vehicles FILE"
                            : url != null && accounts == null
                                    ? "With --url say where the owner accounts are kept: --accounts FILE"
                                    : "--owners must be between 1 and 1000, --parallel between 1 and 256.");
            return ExitCodes.USAGE;
        }
        try {
            VehicleFile vehicles = VehicleFile.read(file, currency);
            ImportSettings settings = settings();
            ImportBar bar = new ImportBar(json ? err : out);
            ImportResult result = new VehicleImport(settings, vehicles, bar).run();
            bar.end();
            tell(result, json ? err : out);
            if (json) {
                out.println(new ObjectMapper().writeValueAsString(report(result)));
            }
            return ExitCodes.DONE;
        } catch (VehicleFileException notSuchAFile) {
            err.println(notSuchAFile.getMessage());
            return ExitCodes.USAGE;
        } catch (PlatformException nothingThere) {
            err.println(nothingThere.getMessage());
            return ExitCodes.NOT_REACHABLE;
        } catch (ImportException broken) {
            err.println();
            err.println(broken.getMessage());
            return broken.notReachable() ? ExitCodes.NOT_REACHABLE : ExitCodes.NOT_DONE;
        }
    }

    private ImportSettings settings() {
        URI address = url != null ? url : data.open().uri();
        Path kept = accounts != null ? accounts : data.folder().resolve("import-owners.json");
        return new ImportSettings(address, kept.toAbsolutePath(), owners, parallel, Duration.ofSeconds(60));
    }

    private static void tell(ImportResult result, PrintWriter out) {
        out.println(result.imported() + " vehicles of " + result.owners() + " owners are in RentWave"
                + (result.before() > 0 ? ", " + result.before() + " of them from an earlier run" : "") + ". It took "
                + Terminal.seconds(result.took()) + ".");
        List<VehicleFile.Unmapped> refused = result.refused();
        if (!refused.isEmpty()) {
            out.println(refused.size() + (refused.size() == 1 ? " row is" : " rows are") + " not:");
            refused.stream()
                    .limit(REFUSED_TOLD)
                    .forEach(row -> out.println("  line " + row.line() + ": " + row.reason()));
            if (refused.size() > REFUSED_TOLD) {
                out.println("  and " + (refused.size() - REFUSED_TOLD) + " more; --json tells all of them.");
            }
        }
        out.flush();
    }

    private static Map<String, Object> report(ImportResult result) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("imported", result.imported());
        report.put("before", result.before());
        report.put("owners", result.owners());
        report.put("seconds", result.took().toMillis() / 1000.0);
        report.put(
                "refused",
                result.refused().stream()
                        .map(row -> Map.of("line", row.line(), "reason", row.reason()))
                        .toList());
        return report;
    }
}
