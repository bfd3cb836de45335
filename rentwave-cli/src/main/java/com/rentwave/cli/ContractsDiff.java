package com.rentwave.cli;

import com.rentwave.platform.Platform;
import com.rentwave.workload.contracts.ContractProgram;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Says which consumers a change of the API's description breaks, before anything is built.",
            "Compares two OpenAPI descriptions through the pacts: what a consumer's contract uses and the new description"
                    + " no longer gives breaks that consumer. Without options: the description committed last against the"
                    + " one in the working folder."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nobody breaks", "1:at least one consumer breaks, or it cannot be told", "2:wrong usage"})
final class ContractsDiff implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "FILE|REVISION", description = "The old description, or a git revision.")
    String from = "HEAD";

    @Option(names = "--to", paramLabel = "FILE", description = "The new description.")
    Path to;

    @Option(names = "--pacts", paramLabel = "DIR", description = "The pacts; those of the project unless told.")
    Path pacts;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        ContractProgram program = new ContractProgram(Platform.project());
        Path old = Files.isRegularFile(Path.of(from)) ? Path.of(from) : program.descriptionAt(from);
        try {
            List<String> words = new ArrayList<>(List.of("--from", old.toString()));
            words.addAll(List.of("--to", (to == null ? program.description() : to).toString()));
            words.addAll(List.of("--pacts", (pacts == null ? program.pacts() : pacts).toString()));
            int status = program.run("com.rentwave.contracts.DiffContracts", words, line -> {
                out.println(line);
                out.flush();
            });
            return status == 0 ? ExitCodes.DONE : ExitCodes.NOT_DONE;
        } finally {
            if (!old.equals(Path.of(from))) {
                Files.deleteIfExists(old);
            }
        }
    }
}
