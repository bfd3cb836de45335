package com.rentwave.cli;

import com.rentwave.platform.Part;
import com.rentwave.platform.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Shows progress as one line for each part, with its time, as each is done. */
final class Terminal implements Progress {

    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintWriter out;
    private final boolean live;
    private final String verb;
    private final Set<String> busy = new LinkedHashSet<>();

    /** @param verb what is going on with the parts named in the line at the bottom: "starting" or "stopping" */
    Terminal(PrintWriter out, String verb) {
        this.out = out;
        this.verb = verb;
        this.live = LiveBlock.isTerminal();
    }

    @Override
    public synchronized void begins(String part) {
        busy.add(part);
        showBusy();
    }

    @Override
    public synchronized void started(Part part, Duration took) {
        line(part.name(), "ready", seconds(took), "port " + part.port());
    }

    @Override
    public synchronized void leftAlone(Part part) {
        line(part.name(), "runs", "already", "port " + part.port());
    }

    @Override
    public synchronized void stopped(String part, Duration took) {
        line(part, "stopped", seconds(took), "");
    }

    @Override
    public synchronized void note(String sentence) {
        clearBusy();
        out.println(sentence);
        showBusy();
    }

    private void line(String part, String state, String time, String detail) {
        busy.remove(part);
        clearBusy();
        out.println(String.format(Locale.ROOT, "  %-16s %-8s %8s  %s", part, state, time, detail)
                .stripTrailing());
        showBusy();
    }

    private void clearBusy() {
        if (live) {
            out.print(CLEAR_LINE);
        }
    }

    private void showBusy() {
        if (live && !busy.isEmpty()) {
            out.print(CLEAR_LINE + "  " + verb + " " + String.join(", ", busy) + " …");
        }
        out.flush();
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
