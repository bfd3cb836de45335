package com.rentwave.cli;

import com.rentwave.platform.LogReader;
import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import com.rentwave.platform.PlatformException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the log of one part.")
final class Logs implements Callable<Integer> {

    @Mixin
    DataOptions data;

    @Mixin
    PartOption part;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "100", description = "How many lines (default: 100).")
    int lines;

    @Option(names = "-f", description = "Goes on with what is written from now on, until Ctrl-C.")
    boolean follow;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PartName name = part.part();
        Platform platform = data.open();
        Path log = platform.logOf(name);
        if (!Files.exists(log)) {
            throw new PlatformException("The part " + name.text() + " has no log yet: it was never started in "
                    + platform.dataFolder() + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        LogReader reader = new LogReader(log, line -> {
            out.println(line);
            out.flush();
        });
        reader.tail(lines);
        if (follow) {
            reader.follow();
        }
        return 0;
    }
}
