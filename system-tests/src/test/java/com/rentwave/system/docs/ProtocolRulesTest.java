package com.rentwave.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each way in which a cutover can go wrong has a rule that stops it, and each rule has tests that bear its number and its
 * words: {@code @DisplayName("rule 7: never sends a write again after a time-out")}.
 */
class ProtocolRulesTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern NAMED = Pattern.compile("@DisplayName\\(\\s*\"rules? (\\d+(?: and \\d+)*): [^\"]+\"");

    /** What each rule keeps from happening; the first is rule 1. */
    private static final List<String> HAZARDS = List.of(
            "a transaction begun before the fence writes after it",
            "a paused coordinator fences or switches late",
            "one coordinator gives up while another switches",
            "a fence that an abort never saw comes afterwards",
            "the lock is gone before the fence is durable",
            "a position below another transaction's commit",
            "421 after something had happened; a write sent twice",
            "rows applied in another order than they were committed",
            "a paused applier writes old rows over newer ones",
            "a replica with old routes reads from a stream that has stopped",
            "a write that passes the guard",
            "a slot created in the fence, or a second first copy",
            "the end of one flip stops the stream the next one needs",
            "rows that wait for a person are lost at a flip",
            "rows lost silently while the barrier still arrives",
            "a repair writes an old value over a newer one",
            "a saga that is half way at the fence",
            "ids that both sides hand out",
            "events published twice, or late",
            "an idempotency key without its write, or a write without its key",
            "a token from before two flips, a restore or a failover",
            "a decision by a copy that lags",
            "deleted rows that are there again",
            "a prepared transaction keeps the lock for ever",
            "a queue at the guard stalls the fence",
            "two flips wait for each other",
            "a coordinator dies in the fence and nobody goes on",
            "a placeholder in place of a large value",
            "the applier changes a version, or an ETag comes a second time",
            "a timer that runs on both sides, or on none",
            "a notification of something that cannot be read yet",
            "a rollback that needs a dead service",
            "a way back that is armed after the switch");

    @Test
    void everyRuleHasATestNamedAfterIt() {
        TreeMap<Integer, Set<String>> tests = testsByRule();

        List<String> without = IntStream.rangeClosed(1, HAZARDS.size())
                .filter(rule -> !tests.containsKey(rule))
                .mapToObj(rule -> "rule " + rule + ": " + HAZARDS.get(rule - 1))
                .toList();
        assertThat(without).as("rules without a test").isEmpty();
    }

    @Test
    void noTestIsNamedAfterARuleThatThereIsNot() {
        assertThat(testsByRule().tailMap(HAZARDS.size() + 1)).isEmpty();
        assertThat(testsByRule().headMap(1)).isEmpty();
    }

    /** The files with tests of a rule, by its number. */
    private static TreeMap<Integer, Set<String>> testsByRule() {
        TreeMap<Integer, Set<String>> tests = new TreeMap<>();
        for (Path file : testSources()) {
            Matcher name = NAMED.matcher(read(file));
            while (name.find()) {
                for (String rule : name.group(1).split(" and ")) {
                    tests.computeIfAbsent(Integer.parseInt(rule), number -> new TreeSet<>())
                            .add(file.getFileName().toString());
                }
            }
        }
        return tests;
    }

    private static List<Path> testSources() {
        List<Path> folders = new ArrayList<>(List.of(PROJECT));
        folders.addAll(below(PROJECT));
        for (Path folder : List.copyOf(folders.subList(1, folders.size()))) {
            folders.addAll(below(folder));
        }
        return folders.stream()
                .map(folder -> folder.resolve("src/test/java"))
                .filter(Files::isDirectory)
                .flatMap(ProtocolRulesTest::files)
                .filter(file -> file.getFileName().toString().matches(".*(Test|IT)\\.java"))
                .collect(Collectors.toList());
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
