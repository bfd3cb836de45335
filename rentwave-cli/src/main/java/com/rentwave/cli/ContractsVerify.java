package com.rentwave.cli;

import com.rentwave.workload.contracts.ContractVerification;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Verifies every contract against a monolith and the services of the build that runs, and records the results.",
            "All are started aside, with databases of their own, and removed afterwards; it takes about half a minute."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all kept", "1:at least one is broken, or something is missing", "2:wrong usage"})
final class ContractsVerify implements Callable<Integer> {

    @Mixin
    DataOptions data;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean kept = new ContractVerification(data.open(), line -> {
                    out.println(line);
                    out.flush();
                })
                .run();
        out.println(
                kept
                        ? "All contracts are kept."
                        : "At least one contract is broken; an API cannot move until it is kept.");
        return kept ? ExitCodes.DONE : ExitCodes.NOT_DONE;
    }
}
