package com.rentwave.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Only one command at a time starts or stops parts of a data folder. The system drops the lock with its process. */
final class UpLock implements AutoCloseable {

    private final FileChannel channel;

    private UpLock(FileChannel channel) {
        this.channel = channel;
    }

    static UpLock of(DataFolder folder) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new UpLock(channel);
            }
        } catch (OverlappingFileLockException sameProcess) {
            // Told below, like a lock of another process.
        } catch (IOException e) {
            throw new PlatformException(
                    "The lock file " + folder.lockFile() + " cannot be opened: " + e.getMessage(), e);
        }
        closeQuietly(channel);
        throw new PlatformException("Another rentwave command is starting or stopping parts in " + folder.path()
                + " right now. Wait for it to end, then look at it with: rentwave status");
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It was only opened to be locked.
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
