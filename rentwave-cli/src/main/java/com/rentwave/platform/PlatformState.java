package com.rentwave.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * What a data folder remembers from one {@code up} to the next.
 *
 * @param clock the one that rentals were started with
 */
record PlatformState(int format, Ports ports, MovableClock clock) {

    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    PlatformState {
        // Builds before it could be chosen did not write it.
        clock = clock == null ? MovableClock.FIXED : clock;
    }

    static PlatformState with(Ports ports) {
        return with(ports, MovableClock.FIXED);
    }

    static PlatformState with(Ports ports, MovableClock clock) {
        return new PlatformState(FORMAT, ports, clock);
    }

    static Optional<PlatformState> read(DataFolder folder) {
        if (!folder.exists()) {
            return Optional.empty();
        }
        try {
            PlatformState state = JSON.readValue(Files.readString(folder.stateFile()), PlatformState.class);
            if (state.format() != FORMAT || state.ports() == null) {
                throw new PlatformException("The data folder " + folder.path()
                        + " was written by another version of RentWave (format " + state.format()
                        + "). Use that version, or choose another folder with --data DIR.");
            }
            return Optional.of(state);
        } catch (JsonProcessingException e) {
            throw new PlatformException(
                    "The file " + folder.stateFile() + " is damaged. Delete it and give the ports again with"
                            + " --port-base (or none for the default ports); besides them only the kind of clock is in it.",
                    e);
        } catch (IOException e) {
            throw new PlatformException("The file " + folder.stateFile() + " cannot be read: " + e.getMessage(), e);
        }
    }

    void write(DataFolder folder) {
        try {
            PrivateFile.write(folder.stateFile(), JSON.writeValueAsString(this));
        } catch (IOException e) {
            throw new PlatformException("The file " + folder.stateFile() + " cannot be written: " + e.getMessage(), e);
        }
    }
}
