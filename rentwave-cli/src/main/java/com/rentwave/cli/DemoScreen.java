package com.rentwave.cli;

import com.rentwave.workload.demo.DemoListener;
import com.rentwave.workload.demo.DemoReport;
import com.rentwave.workload.demo.Flip;
import com.rentwave.workload.rows.ImportProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Shows a demonstration: sentences as things happen, one line that lives, a table at the end. */
final class DemoScreen implements DemoListener {

    private final PrintWriter out;
    private final LiveBlock block;
    private final ImportBar bar;
    private long start;

    DemoScreen(PrintWriter out) {
        this.out = out;
        this.block = new LiveBlock(out);
        this.bar = new ImportBar(out, "vehicles");
    }

    @Override
    public ImportProgress importing() {
        return bar;
    }

    @Override
    public void tell(String sentence) {
        bar.end();
        block.clear();
        block.print(sentence);
    }

    @Override
    public void verification(String line) {
        block.clear();
        block.print("  " + line);
    }

    @Override
    public void running(long requests, String phase) {
        long now = System.nanoTime();
        start = start == 0 ? now : start;
        String time = Terminal.seconds(Duration.ofNanos(now - start));
        block.show(List.of(String.format(Locale.ROOT, "  %8s  %-6s  %d requests", time, phase, requests)));
    }

    @Override
    public void flipped(Flip flip) {
        block.clear();
        block.print(line(flip));
    }

    void end(DemoReport report) {
        block.clear();
        out.println();
        out.println("  move                            held  longest hold   duration");
        report.flips().forEach(flip -> out.println(line(flip)));
        out.println();
        row("requests", report.verdict().requests());
        row("requests a second", report.requestsPerSecond());
        row("writes a second", report.latency().perSecond());
        row("errors", report.errors());
        row("lost", report.verdict().lost());
        row("doubled", report.verdict().doubled());
        row("stale own reads", report.verdict().staleOwnReads());
        row("non-monotonic reads", report.verdict().nonMonotonicReads());
        row("differences", report.differences().size());
        row("rows compared", report.compared());
        if (report.verdict().unavailable() > 0) {
            row("sent again while a part was dead", report.verdict().unavailable());
        }
        out.println(String.format(
                Locale.ROOT,
                "  writes took %d ms (median), %d ms (99 %%), %d ms (longest)",
                report.latency().p50Ms(),
                report.latency().p99Ms(),
                report.latency().maxMs()));
        if (!report.clean()) {
            out.println();
            report.examples().forEach(example -> out.println("  " + example));
        }
        out.flush();
    }

    private void row(String name, long number) {
        out.println(String.format(Locale.ROOT, "  %-34s %10d", name, number));
    }

    private static String line(Flip flip) {
        return String.format(
                Locale.ROOT,
                "  %-8s  %-6s -> %-6s      %6d  %9d ms  %8s%s",
                flip.api(),
                flip.from(),
                flip.to(),
                flip.held(),
                flip.longestHoldMs(),
                MoveDisplay.seconds(flip.durationMs()),
                flip.attempts() > 1 ? "   after " + flip.attempts() + " attempts" : "");
    }
}
