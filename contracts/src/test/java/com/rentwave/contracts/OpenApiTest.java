package com.rentwave.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The description of the API and the contracts about it say the same. */
class OpenApiTest {

    private final Map<String, Object> description = read();

    /** What is for RentWave's own parts is no part of the described API. */
    @Test
    void describesEveryAnswerThatAConsumerExpects() throws IOException {
        Description addresses = Description.read(Path.of("openapi", "rentwave.yaml"));
        List<PactFile> pacts = PactFile.in(Path.of("pacts"));
        assertThat(pacts).isNotEmpty();
        for (PactFile pact : pacts) {
            for (Interaction interaction : pact.pact().getInteractions()) {
                if (interaction.isAsynchronousMessage() || pact.isInternal()) {
                    continue;
                }
                SynchronousRequestResponse exchange = interaction.asSynchronousRequestResponse();
                String method = exchange.getRequest().getMethod().toLowerCase(Locale.ROOT);
                String path =
                        addresses.template(exchange.getRequest().getPath()).orElseThrow();

                Map<String, Object> operation = at(at(at(description, "paths"), path), method);

                assertThat(at(operation, "responses"))
                        .as(interaction.getDescription())
                        .containsKey(String.valueOf(exchange.getResponse().getStatus()));
            }
        }
    }

    @Test
    void refersOnlyToWhatIsThere() {
        List<String> references = new ArrayList<>();
        collect(description, references);

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            Object found = description;
            for (String name : reference.substring("#/".length()).split("/")) {
                found = ((Map<?, ?>) found).get(name);
                assertThat(found).as(reference).isNotNull();
            }
        });
    }

    @Test
    void namesEveryOperationOnce() {
        List<Object> names = new ArrayList<>();
        at(description, "paths")
                .values()
                .forEach(path -> ((Map<?, ?>) path).values().forEach(operation -> {
                    if (operation instanceof Map<?, ?> map) {
                        names.add(map.get("operationId"));
                    }
                }));

        assertThat(names).isNotEmpty().doesNotContainNull().doesNotHaveDuplicates();
    }

    private static void collect(Object node, List<String> references) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            map.values().forEach(value -> collect(value, references));
        } else if (node instanceof Collection<?> list) {
            list.forEach(value -> collect(value, references));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> map, String name) {
        assertThat(map).containsKey(name);
        return (Map<String, Object>) map.get(name);
    }

    private static Map<String, Object> read() {
        try {
            return new Yaml().load(Files.readString(Path.of("openapi", "rentwave.yaml")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
