package com.rentwave.cli;

import com.rentwave.workload.rows.ImportProgress;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A progress bar with rate and remaining time; without a terminal a line every five seconds. */
final class ImportBar implements ImportProgress {

    private static final int WIDTH = 40;
    private static final long LIVE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long PLAIN = TimeUnit.SECONDS.toNanos(5);

    private final PrintWriter out;
    private final LiveBlock block;
    private final String things;
    private long start;
    private long lastShown;
    private int total;
    private int before;
    private int done;

    /** @param things what the rows are, as in "vehicles" */
    ImportBar(PrintWriter out, String things) {
        this.things = things;
        this.out = out;
        this.block = new LiveBlock(out);
    }

    @Override
    public synchronized void started(int rows, int doneBefore) {
        start = System.nanoTime();
        lastShown = start;
        total = rows;
        before = doneBefore;
        done = doneBefore;
        if (doneBefore > 0) {
            out.println("Going on after " + doneBefore + " of " + rows + " " + things + ".");
        }
        block.show(List.of(line()));
    }

    @Override
    public synchronized void oneMore() {
        done++;
        long now = System.nanoTime();
        if (now - lastShown < (block.isLive() ? LIVE : PLAIN)) {
            return;
        }
        lastShown = now;
        if (block.isLive()) {
            block.show(List.of(line()));
        } else {
            block.print(line());
        }
    }

    @Override
    public synchronized void refused(long line, String reason) {
        block.clear();
        block.print("line " + line + " was refused: " + reason);
        block.show(List.of(line()));
    }

    synchronized void end() {
        block.clear();
    }

    private String line() {
        double seconds = (System.nanoTime() - start) / 1e9;
        double rate = seconds > 0 ? (done - before) / seconds : 0;
        int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
        String eta = rate > 0 ? clock((long) ((total - done) / rate)) : "-:--";
        return String.format(
                Locale.ROOT,
                "[%s%s] %d/%d  %.0f/s  %s left",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                done,
                total,
                rate,
                eta);
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
