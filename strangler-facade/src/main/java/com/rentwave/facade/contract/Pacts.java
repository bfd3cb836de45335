package com.rentwave.facade.contract;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/** The pacts as they were at one moment, and who had to have one. */
public final class Pacts {

    private final List<PactFile> all;
    private final Properties told;

    Pacts(List<PactFile> all, Properties told) {
        this.all = List.copyOf(all);
        this.told = told;
    }

    /** The pacts about an API, its row topics included, by file name. */
    public List<PactFile> about(String api) {
        return all.stream().filter(pact -> pact.api().equals(api)).toList();
    }

    /** Who relies on an API: by the name that a pact gives its provider, the consumers that must have a pact with it. */
    public Map<String, SortedSet<String>> consumers(String api) {
        Map<String, SortedSet<String>> consumers = new LinkedHashMap<>();
        for (String provider : new TreeSet<>(told.stringPropertyNames())) {
            if (PactFile.api(provider).equals(api)) {
                consumers.put(
                        provider,
                        new TreeSet<>(
                                Arrays.asList(told.getProperty(provider).strip().split("\\s*,\\s*"))));
            }
        }
        return consumers;
    }

    /** Every API that somebody relies on or has a pact about. */
    public SortedSet<String> apis() {
        SortedSet<String> apis = new TreeSet<>();
        told.stringPropertyNames().forEach(provider -> apis.add(PactFile.api(provider)));
        all.forEach(pact -> apis.add(pact.api()));
        return apis;
    }
}
