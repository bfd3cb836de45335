package com.rentwave.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads the end of a log, and what comes after it, across the change to a fresh file at a restart. */
public final class LogReader {

    private static final int MILLIS_BETWEEN_LOOKS = 200;
    private static final int BLOCK = 64 * 1024;

    private final Path file;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private long position;

    public LogReader(Path file, Consumer<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Gives the last lines. */
    public void tail(int count) {
        position = file.toFile().length();
        new PartLog(file).tail(count).forEach(lines);
    }

    /** Gives every line written from here on; returns only when its thread is interrupted. */
    public void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            readNew();
            try {
                TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void readNew() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            if (log.length() < position) {
                position = 0;
                unfinished.reset();
            }
            log.seek(position);
            byte[] block = new byte[BLOCK];
            for (int read = log.read(block); read > 0; read = log.read(block)) {
                position += read;
                split(block, read);
            }
        } catch (IOException absentForAMoment) {
            // Between two files; the next look finds the new one.
            position = 0;
        }
    }

    private void split(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] == '\n') {
                lines.accept(unfinished.toString(StandardCharsets.UTF_8));
                unfinished.reset();
            } else {
                unfinished.write(block[i]);
            }
        }
    }
}
