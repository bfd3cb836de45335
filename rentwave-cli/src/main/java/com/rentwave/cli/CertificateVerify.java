package com.rentwave.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks certificates. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks that certificates are genuine, unchanged and complete: in a file without asking anybody,",
            "or without a file the facade's whole chain. Who signed is proven with --key, that none is missing with --last."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:genuine", "1:not, with the reason", "2:wrong usage", "3:nothing answers"})
final class CertificateVerify implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "One certificate or several in their order, as printed by rentwave certificate.")
    Path file;

    @Option(
            names = "--key",
            paramLabel = "BASE64",
            description = "The public key they must be signed with (default: the one the first names).")
    String key;

    @Option(
            names = "--last",
            paramLabel = "HASH",
            description = {
                "The hash of the newest certificate as you know it from elsewhere: the chain must be whole, from number 1 to",
                "that one. Without it nobody can see that certificates are missing at the end."
            })
    String last;

    @Option(names = "--json", description = "Prints the verdict as one line of JSON.")
    boolean json;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (file == null) {
            return operator.talk(spec.commandLine().getErr(), client -> verify(links(client.certificates())));
        }
        try (MappingIterator<JsonNode> documents =
                JSON.readerFor(JsonNode.class).readValues(Files.readString(file))) {
            List<JsonNode> links = new ArrayList<>();
            documents.forEachRemaining(document -> links.addAll(links(document)));
            return verify(links);
        } catch (JsonProcessingException | RuntimeException e) {
            spec.commandLine().getErr().println(file + " holds no certificates: it is not JSON.");
            return ExitCodes.NOT_DONE;
        } catch (IOException e) {
            spec.commandLine().getErr().println(file + " cannot be read.");
            return ExitCodes.USAGE;
        }
    }

    private static List<JsonNode> links(JsonNode document) {
        List<JsonNode> links = new ArrayList<>();
        if (document.isArray()) {
            document.forEach(links::add);
        } else {
            links.add(document);
        }
        return links;
    }

    private int verify(List<JsonNode> links) throws IOException {
        Optional<String> flaw =
                CertificateChain.flaw(links, key).or(() -> last == null ? Optional.empty() : missing(links));
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? JSON.writeValueAsString(report(links, flaw.orElse(null))) : sentence(links, flaw));
        out.flush();
        return flaw.isPresent() ? ExitCodes.NOT_DONE : ExitCodes.DONE;
    }

    private Optional<String> missing(List<JsonNode> links) {
        return CertificateChain.missing(links, last);
    }

    private static Map<String, Object> report(List<JsonNode> links, String flaw) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("genuine", flaw == null);
        report.put("reason", flaw);
        report.put("certificates", links.size());
        if (flaw == null) {
            report.put("from", links.get(0).path("number").asLong());
            report.put("to", newest(links).path("number").asLong());
            report.put("last", newest(links).path("hash").asText());
            report.put("key", newest(links).path("key").asText());
        }
        return report;
    }

    private String sentence(List<JsonNode> links, Optional<String> flaw) {
        if (flaw.isPresent()) {
            return "NOT genuine: " + flaw.get() + ".";
        }
        String from = links.get(0).path("number").asText();
        return "Genuine: " + links.size() + (links.size() == 1 ? " certificate" : " certificates")
                + " in an unbroken chain, number " + from + " to "
                + newest(links).path("number").asText() + ", signed with "
                + newest(links).path("key").asText() + "."
                + (key == null ? " Is it the key you know? --key proves it." : "")
                + (from.equals("1") ? "" : " What comes before number " + from + " was not looked at.")
                + (last == null ? " What comes after it was not looked at; --last proves that nothing does." : "");
    }

    private static JsonNode newest(List<JsonNode> links) {
        return links.get(links.size() - 1);
    }
}
