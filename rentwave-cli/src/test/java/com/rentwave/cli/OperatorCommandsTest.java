package com.rentwave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Exit codes and sentences of the commands when there is nothing to talk to. */
class OperatorCommandsTest {

    /** Nobody listens there: the port is reserved. */
    private static final String NOBODY = "http://127.0.0.1:9";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = Rentwave.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    /** What has no way back is not ordered by a slip: not by the phase alone, and nobody is asked. */
    @Test
    void ordersNoRetirementThatWasNotMeant() {
        assertThat(run("migrate", "vehicles", "--to", "retired", "--console", NOBODY))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("RETIRED is the point of no return: no rollback brings vehicles back", "--yes-no-way-back")
                .doesNotContain("Nothing answers");
        assertThat(run("migrate", "vehicles", "--to", "RETIRED", "--yes-no-way-back", "--console", NOBODY))
                .isEqualTo(3);
        assertThat(run("migrate", "vehicles", "--to", "RETIRED", "--dry-run", "--console", NOBODY))
                .isEqualTo(3);
    }

    @Test
    void saysInOneSentenceThatNothingAnswers() {
        assertThat(run("migrate", "vehicles", "--to", "OWNED", "--console", NOBODY))
                .isEqualTo(3);
        assertThat(run("rollback", "vehicles", "--console", NOBODY)).isEqualTo(3);
        assertThat(run("can-advance", "vehicles", "--to", "READS", "--console", NOBODY))
                .isEqualTo(3);
        assertThat(run("history", "vehicles", "--console", NOBODY)).isEqualTo(3);
        assertThat(run("advance", "vehicles", "--console", NOBODY)).isEqualTo(3);
        assertThat(run("watch", "vehicles", "--console", NOBODY)).isEqualTo(3);
        assertThat(run("shadow", "diffs", "vehicles", "--console", NOBODY)).isEqualTo(3);
        assertThat(run("ramp", "vehicles", "--auto", "1,5,25", "--every", "30s", "--console", NOBODY))
                .isEqualTo(3);
        assertThat(run("certificate", "1", "--console", NOBODY)).isEqualTo(3);
        assertThat(run("certificate", "verify", "--console", NOBODY)).isEqualTo(3);
        assertThat(run("contracts", "--console", NOBODY)).isEqualTo(3);
        assertThat(err.toString()).contains("Nothing answers at " + NOBODY).contains("rentwave up");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysThatThereIsNoRentWaveInAnEmptyFolder() {
        assertThat(run("history", "vehicles", "--data", folder.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("There is no RentWave in " + folder);
    }

    @Test
    void refusesWrongUsage() {
        assertThat(run("migrate", "vehicles")).isEqualTo(2);
        assertThat(run("migrate", "vehicles", "--to", "NOWHERE", "--console", NOBODY))
                .isEqualTo(2);
        assertThat(run("can-advance", "vehicles", "--to", "NOWHERE", "--console", NOBODY))
                .isEqualTo(2);
        assertThat(run("watch", "vehicles", "--until", "NOWHERE", "--console", NOBODY))
                .isEqualTo(2);
        assertThat(run("certificate", "first", "--console", NOBODY)).isEqualTo(2);
        assertThat(run("ramp", "vehicles")).isEqualTo(2);
        assertThat(run("ramp", "vehicles", "--auto", "1", "--every", "soon")).isEqualTo(2);
        assertThat(run("ramp", "vehicles", "--auto", "many")).isEqualTo(2);
        assertThat(run("demo", "--flips", "0")).isEqualTo(2);
        assertThat(run("bench")).isEqualTo(2);
        assertThat(run("bench", "everything")).isEqualTo(2);
        assertThat(run("bench", "facade", "--repeats", "0")).isEqualTo(2);
        assertThat(run("import")).isEqualTo(2);
        assertThat(run("import", "vehicles")).isEqualTo(2);
    }

    @Test
    void refusesAFileThatIsNotOneOfVehiclesBeforeItAsksAnybody() throws IOException {
        Path file = Files.writeString(folder.resolve("books.csv"), "isbn,title\n");

        assertThat(run(
                        "import",
                        "vehicles",
                        file.toString(),
                        "--url",
                        NOBODY,
                        "--accounts",
                        folder.resolve("a").toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains("not the expected header").contains("found:    isbn,title");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void printsTheMappingOfTheImport() {
        assertThat(run("import", "vehicles", "--mapping")).isZero();
        assertThat(out.toString()).contains("Minivan").contains("Part-time 4-Wheel = PART_TIME");
    }

    /** What issue and README promise to scripts. */
    @Test
    void offersEachOperatorsCommandToScripts() {
        CommandLine rentwave = Rentwave.commandLine();
        for (List<String> path : List.of(
                List.of("status"),
                List.of("can-advance"),
                List.of("advance"),
                List.of("migrate"),
                List.of("rollback"),
                List.of("ramp"),
                List.of("shadow", "diffs"),
                List.of("history"),
                List.of("certificate"),
                List.of("certificate", "verify"),
                List.of("watch"))) {
            CommandLine command = rentwave;
            for (String name : path) {
                command = command.getSubcommands().get(name);
            }
            CommandLine.Model.CommandSpec spec = command.getCommandSpec();

            assertThat(spec.optionsMap()).as("%s", path).containsKey("--json");
            assertThat(spec.usageMessage().exitCodeList()).as("%s", path).containsKeys("0", "1", "2");
            if (!path.equals(List.of("status"))) {
                assertThat(spec.usageMessage().exitCodeList()).as("%s", path).containsKey("3");
            }
        }
    }

    @Test
    void completesCommandsPhasesAndApisInAShell() {
        assertThat(run("generate-completion")).isZero();

        assertThat(out.toString())
                .contains("can-advance", "certificate", "watch", "--yes-no-way-back", "\"vehicles\" \"rentals\"")
                .contains("\"LEGACY\" \"SYNCED\" \"SHADOW\" \"CANARY\" \"READS\" \"OWNED\" \"RETIRED\"");
    }
}
