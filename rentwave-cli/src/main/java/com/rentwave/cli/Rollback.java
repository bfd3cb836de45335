package com.rentwave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Takes an API back to LEGACY, with every acknowledged write in place.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused or aborted, with the reasons",
            "2:wrong usage, or no such API",
            "3:nothing answers"
        })
final class Rollback implements Callable<Integer> {

    @Mixin
    MoveOptions options;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return options.operator.talk(spec.commandLine().getErr(), client -> options.move(spec, client, "LEGACY"));
    }
}
