package com.rentwave.workload.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The accounts of an import outlive it, and nobody else may read them. */
class OwnerAccountsTest {

    @TempDir
    private Path folder;

    @Test
    void usesTheSameAccountsAgain() {
        Path file = folder.resolve("deep/owners.json");
        var first = OwnerAccounts.open(file).accounts(3);

        assertThat(OwnerAccounts.open(file).accounts(3)).isEqualTo(first);
        assertThat(OwnerAccounts.open(file).accounts(5))
                .hasSize(5)
                .startsWith(first.toArray(OwnerAccounts.Account[]::new));
    }

    @Test
    void remembersHowFarAFileHasComeAndWithHowManyOwners() {
        Path file = folder.resolve("owners.json");
        OwnerAccounts.open(file).done("abc", 7, 120);

        OwnerAccounts again = OwnerAccounts.open(file);

        assertThat(again.done("abc")).isEqualTo(120);
        assertThat(again.ownersOf("abc", 20)).isEqualTo(7);
        assertThat(again.ownersOf("def", 20)).isEqualTo(20);
    }

    @Test
    void keepsPasswordsFromOtherUsersOfTheMachine() throws IOException {
        Path file = folder.resolve("owners.json");
        OwnerAccounts.open(file).accounts(1);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
