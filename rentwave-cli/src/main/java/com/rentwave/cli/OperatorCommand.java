package com.rentwave.cli;

import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that talks to the facade's operator API, and says in a sentence when it does not answer. */
abstract class OperatorCommand implements Callable<Integer> {

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    /** @return the exit code */
    abstract int talk(OperatorClient client) throws IOException, InterruptedException;

    @Override
    public Integer call() throws InterruptedException {
        return operator.talk(spec.commandLine().getErr(), this::talk);
    }
}
