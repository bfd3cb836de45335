package com.rentwave.cli;

import com.rentwave.platform.PlatformException;
import com.rentwave.workload.rows.ImportException;
import com.rentwave.workload.rows.ImportProgress;
import com.rentwave.workload.rows.ImportResult;
import com.rentwave.workload.rows.ImportSettings;
import com.rentwave.workload.rows.RowFileException;
import com.rentwave.workload.rows.Told;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all imports have in common: their options, the mapping, the bar, the report and the exit codes. */
final class ImportOptions {

    private static final int MOST_TOLD = 20;

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

    @Mixin
    ReportOptions output;

    @Mixin
    DataOptions data;

    /** Imports the file that was named. */
    interface Importing {
        ImportResult run(ImportSettings settings, ImportProgress progress) throws InterruptedException;
    }

    /**
     * Prints the mapping, or imports the file that was named.
     *
     * @param things what the rows are, as in "vehicles"
     * @param mappingLines what tells how they are mapped
     * @return the exit code
     */
    int run(CommandSpec spec, String things, List<String> mappingLines, Importing importing)
            throws InterruptedException, IOException {
        if (mapping) {
            mappingLines.forEach(spec.commandLine().getOut()::println);
            return ExitCodes.DONE;
        }
        PrintWriter err = spec.commandLine().getErr();
        String wrong = wrong(things);
        if (wrong != null) {
            err.println(wrong);
            return ExitCodes.USAGE;
        }
        PrintWriter told = output.told(spec);
        try {
            ImportBar bar = new ImportBar(told, things);
            ImportResult result = importing.run(settings(), bar);
            bar.end();
            tell(result, things, told);
            output.end(spec, () -> report(result));
            return ExitCodes.DONE;
        } catch (RowFileException notSuchAFile) {
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

    private String wrong(String things) {
        if (file == null) {
            return "Say which file: rentwave import " + things + " FILE";
        }
        if (url != null && accounts == null) {
            return "With --url say where the owner accounts are kept: --accounts FILE";
        }
        return owners < 1 || owners > 1000 || parallel < 1 || parallel > 256
                ? "--owners must be between 1 and 1000, --parallel between 1 and 256."
                : null;
    }

    private ImportSettings settings() {
        URI address = url != null ? url : data.open().uri();
        Path kept = accounts != null ? accounts : data.folder().resolve("import-owners.json");
        return new ImportSettings(address, kept.toAbsolutePath(), owners, parallel, Duration.ofSeconds(60));
    }

    private static void tell(ImportResult result, String things, PrintWriter out) {
        out.println(result.imported() + " " + things + " of " + result.owners() + " owners are in RentWave"
                + (result.before() > 0 ? ", " + result.before() + " of them from an earlier run" : "") + ". It took "
                + Terminal.seconds(result.took()) + ".");
        tell(result.refused(), result.refused().size() == 1 ? "row is not:" : "rows are not:", out);
        tell(result.notes(), "things could not be kept as they are in the file:", out);
        out.flush();
    }

    private static void tell(List<Told> rows, String what, PrintWriter out) {
        if (rows.isEmpty()) {
            return;
        }
        out.println(rows.size() + " " + what);
        rows.stream().limit(MOST_TOLD).forEach(row -> out.println("  line " + row.line() + ": " + row.reason()));
        if (rows.size() > MOST_TOLD) {
            out.println("  and " + (rows.size() - MOST_TOLD) + " more; --json tells all of them.");
        }
    }

    private static Map<String, Object> report(ImportResult result) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("imported", result.imported());
        report.put("before", result.before());
        report.put("owners", result.owners());
        report.put("seconds", result.took().toMillis() / 1000.0);
        report.put("refused", lines(result.refused()));
        report.put("notes", lines(result.notes()));
        return report;
    }

    private static List<Map<String, Object>> lines(List<Told> rows) {
        return rows.stream()
                .map(row -> Map.<String, Object>of("line", row.line(), "reason", row.reason()))
                .toList();
    }
}
