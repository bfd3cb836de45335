package com.rentwave.platform;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a part is started with. {@code artefact} stands for the content of what is run. */
record Launch(List<String> command, Map<String, String> environment, Path folder, String artefact) {

    /** Two launches with the same fingerprint give the same process. Secrets only go in as part of a hash. */
    String fingerprint() {
        String all = command + "\n" + new TreeMap<>(environment) + "\n" + artefact;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
