package com.rentwave.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers which process a part is. It stays behind when the process dies, which is how a half-dead run is noticed. */
record PidFile(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stands in the file: the process, since when it runs, and a fingerprint of the settings it runs with. */
    record Entry(long pid, String startMark, long startedAtMillis, String settings) {

        ProcessIdentity process() {
            return new ProcessIdentity(pid, startMark);
        }
    }

    Optional<Entry> read() {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), Entry.class));
        } catch (NoSuchFileException | JsonProcessingException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new PlatformException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    void write(ProcessIdentity process, long startedAtMillis, String settings) {
        try {
            PrivateFile.write(
                    file,
                    JSON.writeValueAsString(new Entry(process.pid(), process.startMark(), startedAtMillis, settings)));
        } catch (IOException e) {
            throw new PlatformException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new PlatformException("The file " + file + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
