package com.rentwave.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.cli.Rentwave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A newcomer who types what the README says, or looks for what it names, finds it. */
class ReadmeTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern COMMAND = Pattern.compile("\\./rentwave((?: +[^\\s`#|&;)]+)*)");

    /** In backquotes, or at the beginning of a line of a layout with an explanation behind it. */
    private static final Pattern NAMED = Pattern.compile(
            "`([A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*/?)`|(?m)^ *([a-z0-9._-]+(?:/[a-z0-9._-]+)*/)(?=\\s{2,}\\S)");

    private static String readme() throws IOException {
        return Files.readString(PROJECT.resolve("README.md"));
    }

    @Test
    void everyCommandAndOptionInItExists() throws IOException {
        List<String> unknown = new ArrayList<>();
        Matcher commands = COMMAND.matcher(readme());
        int found = 0;
        while (commands.find()) {
            found++;
            String[] words = commands.group(1).strip().split("\\s+");
            CommandLine command = Rentwave.commandLine();
            for (String word : words) {
                if (command.getSubcommands().containsKey(word)) {
                    command = command.getSubcommands().get(word);
                } else if (command.getParent() == null
                        && !word.isEmpty()
                        && !word.startsWith("-")
                        && !word.equals("build")) {
                    unknown.add("./rentwave " + word);
                    break;
                } else if (word.startsWith("--")
                        && !command.getCommandSpec().optionsMap().containsKey(word.replaceAll("=.*", ""))) {
                    unknown.add(commands.group() + ": " + word);
                }
            }
        }
        assertThat(found).isPositive();
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyFolderAndFileItNamesExists() throws IOException {
        Set<String> missing = new LinkedHashSet<>();
        Matcher names = NAMED.matcher(readme());
        int found = 0;
        while (names.find()) {
            String name = names.group(1) == null ? names.group(2) : names.group(1);
            boolean looksLikeAPath = name.contains("/") || name.matches(".*\\.(md|xml|java|sql|json|pml|sh|yml)");
            if (looksLikeAPath && !name.matches("\\d.*")) {
                found++;
                if (!Files.exists(PROJECT.resolve(name))) {
                    missing.add(name);
                }
            }
        }
        assertThat(found).isPositive();
        assertThat(missing).isEmpty();
    }

    @Test
    void nothingInItPointsToThePlaceWhereItWasWritten() throws IOException {
        assertThat(readme()).doesNotContain("/work/").doesNotContain("/tmp/");
    }
}
