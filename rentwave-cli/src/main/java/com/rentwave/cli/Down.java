package com.rentwave.cli;

import com.rentwave.platform.Platform;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops all of RentWave, the public entry first. The data is kept.")
final class Down implements Callable<Integer> {

    @Mixin
    DataOptions data;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Platform platform = data.open();
        boolean ran = platform.stop(new Terminal(out, "stopping"));
        out.println(
                ran
                        ? "RentWave is down. Its data is kept in " + platform.dataFolder()
                        : "Nothing was running in " + platform.dataFolder());
        return 0;
    }
}
