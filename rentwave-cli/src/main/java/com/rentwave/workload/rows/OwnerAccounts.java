package com.rentwave.workload.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The accounts that own what is imported, and how far each file has come. Kept in one file that only its user may read;
 * passwords are random. The same accounts are used again, which is what lets a broken import be resumed.
 */
final class OwnerAccounts {

    /** One account. */
    record Account(String email, String name, String password) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<PosixFilePermission> PRIVATE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;
    private final ObjectNode content;

    private OwnerAccounts(Path file, ObjectNode content) {
        this.file = file;
        this.content = content;
    }

    static OwnerAccounts open(Path file) {
        try {
            ObjectNode content =
                    Files.exists(file) ? (ObjectNode) JSON.readTree(Files.readAllBytes(file)) : JSON.createObjectNode();
            return new OwnerAccounts(file, content);
        } catch (IOException | ClassCastException e) {
            throw new ImportException("The file of owner accounts cannot be read: " + file + " (" + e.getMessage()
                    + "). Give another one with --accounts.");
        }
    }

    /** The number of owners a file was begun with, or the wish when it was not begun. */
    int ownersOf(String fileHash, int wish) {
        return imports().path(fileHash).path("owners").asInt(wish);
    }

    /** The first {@code count} accounts; missing ones are invented and stored before they are used. */
    List<Account> accounts(int count) {
        ArrayNode owners = content.withArray("owners");
        SecureRandom random = new SecureRandom();
        while (owners.size() < count) {
            int number = owners.size() + 1;
            owners.addObject()
                    .put("email", String.format("owner-%02d.%s@rentwave.example", number, hex(random, 4)))
                    .put("name", String.format("Owner %02d", number))
                    .put("password", hex(random, 16));
        }
        save();
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonNode owner = owners.get(i);
            accounts.add(new Account(
                    owner.path("email").asText(),
                    owner.path("name").asText(),
                    owner.path("password").asText()));
        }
        return accounts;
    }

    /** Rows of the file that are known to be there, counted from its beginning. */
    int done(String fileHash) {
        return imports().path(fileHash).path("done").asInt(0);
    }

    synchronized void done(String fileHash, int owners, int rows) {
        imports().putObject(fileHash).put("owners", owners).put("done", rows);
        save();
    }

    private ObjectNode imports() {
        return content.withObject("/imports");
    }

    private void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(next);
            Files.createFile(next);
            if (Files.getFileStore(next).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(next, PRIVATE);
            }
            Files.write(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ImportException("The file of owner accounts cannot be written: " + file + " (" + e.getMessage()
                    + "). Give another one with --accounts.");
        }
    }

    private static String hex(SecureRandom random, int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
