package com.rentwave.workload.bench;

import java.io.IOException;
import java.util.function.Consumer;

/** A benchmark. Every repeat measures all subjects, one after the other, so that a change of the machine's mood hits all. */
public interface Bench {

    /** @param told hears in sentences how it goes */
    BenchReport run(Consumer<String> told) throws IOException, InterruptedException;
}
