package com.rentwave.cli;

import com.rentwave.platform.Platform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Starts one part, for instance after it was killed.")
final class Start implements Callable<Integer> {

    @Mixin
    DataOptions data;

    @Mixin
    PartOption part;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        Platform platform = data.open();
        platform.start(part.part(), new Terminal(spec.commandLine().getOut(), "starting"));
        return 0;
    }
}
