package com.rentwave.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns the description as people write it into the one that is served; a step of the build. */
public final class WriteJson {

    private WriteJson() {}

    /** @param arguments the YAML file and the JSON file */
    public static void main(String[] arguments) throws IOException {
        JsonNode description = new YAMLMapper().readTree(Path.of(arguments[0]).toFile());
        Path json = Path.of(arguments[1]);
        Files.createDirectories(json.getParent());
        Files.write(json, new ObjectMapper().writeValueAsBytes(description));
    }
}
