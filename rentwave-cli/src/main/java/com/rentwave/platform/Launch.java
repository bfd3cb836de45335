package com.rentwave.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a part is started with. {@code artefact} stands for the content of what is run. */
record Launch(List<String> command, Map<String, String> environment, Path folder, String artefact) {

    /** Two launches with the same fingerprint give the same process. Secrets only go in as part of a hash. */
    String fingerprint() {
        return Fingerprint.of(command + "\n" + new TreeMap<>(environment) + "\n" + artefact);
    }
}
