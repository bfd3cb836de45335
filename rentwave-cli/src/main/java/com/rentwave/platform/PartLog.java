package com.rentwave.platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one part: a fresh file for each start, three older ones kept beside it. */
record PartLog(Path file) {

    private static final int KEPT = 3;
    private static final int TAIL_BYTES = 256 * 1024;

    void rotate() {
        try {
            Files.createDirectories(file.getParent());
            for (int age = KEPT; age >= 1; age--) {
                Path younger = age == 1 ? file : older(age - 1);
                if (Files.exists(younger)) {
                    Files.move(younger, older(age), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new PlatformException("The log " + file + " cannot be rotated: " + e.getMessage(), e);
        }
    }

    private Path older(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }

    /** The last lines, as far as they are there. */
    List<String> tail(int lines) {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long length = log.length();
            log.seek(Math.max(0, length - TAIL_BYTES));
            byte[] end = new byte[(int) Math.min(length, TAIL_BYTES)];
            log.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
