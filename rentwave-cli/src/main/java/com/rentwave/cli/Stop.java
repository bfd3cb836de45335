package com.rentwave.cli;

import com.rentwave.platform.Part;
import com.rentwave.platform.PartName;
import com.rentwave.platform.Platform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "stop", mixinStandardHelpOptions = true, description = "Stops one part; the others stay as they are.")
final class Stop implements Callable<Integer> {

    @Mixin
    DataOptions data;

    @Mixin
    PartOption part;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PartName name = part.part();
        Platform platform = data.open();
        Part stopped = platform.part(name);
        Terminal terminal = new Terminal(spec.commandLine().getOut(), "stopping");
        if (stopped.isAlive()) {
            terminal.stopped(stopped.name(), platform.stop(name, terminal));
        } else {
            terminal.note("The part " + stopped.name() + " was not running.");
        }
        return 0;
    }
}
