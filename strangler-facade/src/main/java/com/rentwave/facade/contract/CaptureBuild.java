package com.rentwave.facade.contract;

import java.io.IOException;

/** Which build of cdc runs: contracts about messages are its to keep, too. */
public interface CaptureBuild {

    String id() throws IOException, InterruptedException;
}
