package com.rentwave.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The description of the API, asked by tests: which routes there are, and whether an answer is one of those described.
 * It is read strictly: an answer that tells more than its schema knows is not as described, although clients must ignore
 * what they do not know.
 */
public final class ApiDescription {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String FILE = "openapi.json";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ApiDescription ONE = new ApiDescription(read());

    private final JsonNode document;
    private final JsonNode definitions;
    private final SchemaRegistry schemas;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();
    private final SortedSet<Route> routes = new TreeSet<>();

    ApiDescription(JsonNode document) {
        this.document = document;
        this.definitions = strict(document.path("components").path("schemas"));
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(name -> {
                    if (METHODS.contains(name)) {
                        routes.add(new Route(name.toUpperCase(Locale.ROOT), path.getKey()));
                    }
                }));
    }

    /** The description this build serves. */
    public static ApiDescription ofThisBuild() {
        return ONE;
    }

    /** Every address and method described. */
    public SortedSet<Route> routes() {
        return routes;
    }

    /** The names of all problems, such as {@code not-found}. */
    public SortedSet<String> problems() {
        SortedSet<String> names = new TreeSet<>();
        document.at("/components/schemas/ProblemType/enum")
                .forEach(type -> names.add(type.asText().replaceFirst("^urn:rentwave:problem:", "")));
        return names;
    }

    /** What is not as described about an answer; empty when all is. */
    public List<String> judge(SeenAnswer answer) {
        boolean head = answer.method().equals("HEAD");
        String[] segments = answer.path().split("/", -1);
        Optional<Route> route = routes.stream()
                .filter(one -> one.method().equals(head ? "GET" : answer.method()) && one.fit(segments) >= 0)
                .max(Comparator.comparingInt(one -> one.fit(segments)));
        String described = route.map(one -> described(one, answer.status())).orElse("/components/responses/Other");
        if (described.isEmpty()) {
            return List.of("status " + answer.status() + " is not described for " + route.orElseThrow());
        }
        if (route.isEmpty() && answer.status() < 400) {
            return List.of(
                    answer.method() + ' ' + answer.path() + " is not described, and answered " + answer.status());
        }
        return new ResponseRule(document.at(described), described, this).judge(answer, head);
    }

    /** Where the answer of that status is described, as a JSON pointer; empty when it is nowhere. */
    private String described(Route route, int status) {
        String pointer = "/paths/" + route.path().replace("/", "~1") + '/'
                + route.method().toLowerCase(Locale.ROOT) + "/responses/";
        boolean explicit = !document.at(pointer + status).isMissingNode();
        boolean other = status >= 400 && !document.at(pointer + "default").isMissingNode();
        return explicit ? resolved(pointer + status) : other ? resolved(pointer + "default") : "";
    }

    /** Where a reference leads to, or the pointer itself. */
    String resolved(String pointer) {
        String reference = document.at(pointer).path("$ref").asText("");
        return reference.isEmpty() ? pointer : reference.substring(1);
    }

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** What is wrong with a value by the schema at a place of the description. */
    List<String> judge(String pointer, String json) {
        Schema schema = known.computeIfAbsent(pointer, this::schema);
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** A schema of the description as one that stands alone. */
    private Schema schema(String pointer) {
        ObjectNode alone = (ObjectNode) strict(document.at(pointer));
        alone.set("$defs", definitions);
        return schemas.getSchema(alone);
    }

    private static JsonNode strict(JsonNode node) {
        try {
            JsonNode copy = JSON.readTree(node.toString().replace(SCHEMAS, "#/$defs/"));
            close(copy);
            return copy;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Objects whose members are named have no others. */
    private static void close(JsonNode node) {
        node.forEach(ApiDescription::close);
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.putIfAbsent("additionalProperties", JSON.getNodeFactory().booleanNode(false));
        }
    }

    private static JsonNode read() {
        try (InputStream in = ApiDescription.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The build has not made " + FILE);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
