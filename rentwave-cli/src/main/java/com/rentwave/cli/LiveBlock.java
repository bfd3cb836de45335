package com.rentwave.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.List;

/** A block of lines that is written over itself on a terminal; elsewhere nothing is written over. */
final class LiveBlock {

    private final PrintWriter out;
    private final boolean live;
    private int height;

    LiveBlock(PrintWriter out) {
        this.out = out;
        this.live = isTerminal();
    }

    /** Whether lines can be written over. */
    boolean isLive() {
        return live;
    }

    /** Shows these lines where the last ones stood. */
    void show(List<String> lines) {
        if (!live) {
            return;
        }
        clear();
        lines.forEach(out::println);
        height = lines.size();
        out.flush();
    }

    /** Takes the block away. */
    void clear() {
        if (live && height > 0) {
            out.print("\033[" + height + "A\r\033[J");
            height = 0;
            out.flush();
        }
    }

    /** A line that stays; call {@link #clear()} before and {@link #show} after it when a block is shown. */
    void print(String line) {
        out.println(line);
        out.flush();
    }

    static boolean isTerminal() {
        Console console = System.console();
        String term = System.getenv("TERM");
        if (console == null || term == null || term.equals("dumb")) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal, and a method that tells.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
