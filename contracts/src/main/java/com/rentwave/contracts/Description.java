package com.rentwave.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * An OpenAPI description, taken apart into facts: one for each operation, parameter, status, header and field, by where it
 * is. Two descriptions are compared fact by fact.
 */
final class Description {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final int DEEPEST = 10;

    private final Map<?, ?> root;
    private final SortedMap<String, Fact> facts = new TreeMap<>();
    private final List<String> templates = new ArrayList<>();

    private Description(Map<?, ?> root) {
        this.root = root;
        map(root.get("paths")).forEach((path, item) -> {
            templates.add(path.toString());
            map(item).forEach((method, operation) -> {
                if (METHODS.contains(method.toString())) {
                    operation(method.toString().toUpperCase(Locale.ROOT) + ' ' + path, map(item), map(operation));
                }
            });
        });
    }

    static Description read(Path file) throws IOException {
        try {
            return new Description(map(new Yaml().load(Files.readString(file))));
        } catch (YAMLException | ClassCastException e) {
            throw new IOException(file + " is not an OpenAPI description: " + e.getMessage(), e);
        }
    }

    SortedMap<String, Fact> facts() {
        return facts;
    }

    /** The path of the description that an address belongs to: the one with the fewest variables. */
    Optional<String> template(String path) {
        return templates.stream()
                .filter(template -> path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
                .min((a, b) -> Long.compare(variables(a), variables(b)));
    }

    private static long variables(String template) {
        return template.chars().filter(c -> c == '{').count();
    }

    private void operation(String place, Map<?, ?> item, Map<?, ?> operation) {
        facts.put(place, Fact.THERE);
        List<Object> parameters = new ArrayList<>(list(item.get("parameters")));
        parameters.addAll(list(operation.get("parameters")));
        for (Object one : parameters) {
            Map<?, ?> parameter = resolved(one);
            if (!"path".equals(parameter.get("in"))) {
                String at = place
                        + ' '
                        + parameter.get("in")
                        + ' '
                        + parameter.get("name").toString().toLowerCase(Locale.ROOT);
                schema(at, parameter.get("schema"), Boolean.TRUE.equals(parameter.get("required")), 0);
            }
        }
        Map<?, ?> body = resolved(operation.get("requestBody"));
        content(place + " request", body, Boolean.TRUE.equals(body.get("required")));
        map(operation.get("responses")).forEach((status, response) -> {
            String at = place + ' ' + status;
            facts.put(at, Fact.THERE);
            Map<?, ?> answer = resolved(response);
            map(answer.get("headers"))
                    .forEach((name, header) ->
                            facts.put(at + " header " + name.toString().toLowerCase(Locale.ROOT), Fact.THERE));
            content(at, answer, true);
        });
    }

    private void content(String at, Map<?, ?> holder, boolean required) {
        map(holder.get("content")).forEach((type, media) -> {
            facts.put(at + " header content-type " + type, Fact.THERE);
            schema(at + " $", map(media).get("schema"), required, 0);
        });
    }

    private void schema(String at, Object given, boolean required, int depth) {
        Map<?, ?> schema = resolved(given);
        List<Map<?, ?>> parts = parts(schema, depth);
        Set<String> types = new TreeSet<>();
        List<String> words = new ArrayList<>();
        Set<Object> needed = new HashSet<>();
        boolean open = false;
        for (Map<?, ?> part : parts) {
            types.addAll(types(part.get("type")));
            list(part.get("enum")).forEach(word -> words.add(String.valueOf(word)));
            needed.addAll(list(part.get("required")));
            Object more = part.get("additionalProperties");
            open |= more instanceof Map || Boolean.TRUE.equals(more);
        }
        facts.put(at, new Fact(new TreeSet<>(types), words, required, open || depth > DEEPEST));
        if (depth > DEEPEST) {
            return;
        }
        for (Map<?, ?> part : parts) {
            map(part.get("properties"))
                    .forEach((name, property) -> schema(at + '.' + name, property, needed.contains(name), depth + 1));
            if (part.get("items") != null) {
                schema(at + "[*]", part.get("items"), true, depth + 1);
            }
        }
    }

    /** A schema and those it is made of. */
    private List<Map<?, ?>> parts(Map<?, ?> schema, int depth) {
        List<Map<?, ?>> parts = new ArrayList<>(List.of(schema));
        if (depth <= DEEPEST) {
            for (String how : List.of("allOf", "oneOf", "anyOf")) {
                list(schema.get(how)).forEach(part -> parts.addAll(parts(resolved(part), depth + 1)));
            }
        }
        return parts;
    }

    private static List<String> types(Object type) {
        return type instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : type == null ? List.of() : List.of(type.toString());
    }

    private Map<?, ?> resolved(Object node) {
        Map<?, ?> map = map(node);
        if (!(map.get("$ref") instanceof String reference)) {
            return map;
        }
        Object found = root;
        for (String name : reference.replaceFirst("^#/", "").split("/")) {
            found = map(found).get(name);
        }
        return resolved(found);
    }

    private static Map<?, ?> map(Object node) {
        return node instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(Object node) {
        return node instanceof List<?> list ? list : List.of();
    }
}
