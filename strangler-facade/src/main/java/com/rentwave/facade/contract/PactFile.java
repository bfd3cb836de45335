package com.rentwave.facade.contract;

import com.rentwave.sync.Side;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A pact in the folder.
 *
 * @param consumer whose expectations it holds
 * @param provider the API they are about, or the topic with the API's rows
 * @param hash SHA-256 of the file's bytes, hex
 * @param streamed whether it is about messages, which cdc publishes
 * @param pending whether its consumer does not rely on any of it yet
 * @param interactions the hash of each interaction, by name
 */
public record PactFile(
        String consumer,
        String provider,
        String hash,
        boolean streamed,
        boolean pending,
        Map<String, String> interactions) {

    private static final String ROWS = "rentwave.rows.";

    public PactFile {
        interactions = Collections.unmodifiableMap(new LinkedHashMap<>(interactions));
    }

    /** The API it is about. */
    public String api() {
        return api(provider);
    }

    static String api(String provider) {
        return provider.startsWith(ROWS)
                ? provider.substring(ROWS.length(), Math.max(ROWS.length(), provider.lastIndexOf('.')))
                : provider;
    }

    /** Whether a side has to keep it: each side publishes its own rows, and both answer the API's requests. */
    public boolean concerns(Side side) {
        return concerns(provider, side);
    }

    static boolean concerns(String provider, Side side) {
        return !provider.startsWith(ROWS) || provider.endsWith('.' + side.word());
    }
}
