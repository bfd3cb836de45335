package com.rentwave.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rentwave.workload.api.OperatorClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proofs of flips. */
@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        description = "Prints the signed certificate of a flip as JSON; without a number the whole chain, one a line.",
        subcommands = Certificate.Verify.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:printed", "1:there is none", "2:wrong usage or no such number", "3:nothing answers"})
final class Certificate implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "The certificate's number.")
    Long number;

    @Mixin
    OperatorOptions operator;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return operator.talk(spec.commandLine().getErr(), this::print);
    }

    private int print(OperatorClient client) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (number != null) {
            out.println(client.certificate(number));
            out.flush();
            return ExitCodes.DONE;
        }
        JsonNode chain = client.certificates();
        chain.forEach(out::println);
        out.flush();
        return chain.isEmpty() ? ExitCodes.NOT_DONE : ExitCodes.DONE;
    }

    /** Checks certificates. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Checks that certificates are genuine, unchanged and complete: in a file without asking anybody,",
                "or without a file the facade's whole chain."
            },
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:genuine", "1:not, with the reason", "2:wrong usage", "3:nothing answers"})
    static final class Verify implements Callable<Integer> {

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

        private int verify(List<JsonNode> links) {
            PrintWriter out = spec.commandLine().getOut();
            Optional<String> flaw = CertificateChain.flaw(links, key);
            if (flaw.isPresent()) {
                out.println("NOT genuine: " + flaw.get() + ".");
            } else {
                out.println("Genuine: " + links.size() + (links.size() == 1 ? " certificate" : " certificates")
                        + " in an unbroken chain, number "
                        + links.get(0).path("number").asText() + " to "
                        + links.get(links.size() - 1).path("number").asText() + ", signed with "
                        + links.get(0).path("key").asText());
            }
            out.flush();
            return flaw.isPresent() ? ExitCodes.NOT_DONE : ExitCodes.DONE;
        }
    }
}
