package com.rentwave.platform;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Processes of a data folder that no pid file knows, such as those of a verification that was killed. */
record Strays(DataFolder folder) {

    private static final int SECONDS_TO_END = 15;

    static Strays of(DataFolder folder) {
        return new Strays(folder);
    }

    private List<ProcessHandle> find() {
        String mark = "-Drentwave.data=" + folder.path() + " ";
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(mark))
                        .isPresent())
                .toList();
    }

    boolean end(Consumer<String> note) {
        List<ProcessHandle> strays = find();
        for (ProcessHandle stray : strays) {
            note.accept("A left-over process of this data folder (" + stray.pid() + ") is stopped.");
            stray.destroy();
            try {
                stray.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                note.accept("Process " + stray.pid() + " did not end within " + SECONDS_TO_END + " s and was killed.");
                stray.destroyForcibly();
            } catch (ExecutionException e) {
                stray.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
        return !strays.isEmpty();
    }
}
