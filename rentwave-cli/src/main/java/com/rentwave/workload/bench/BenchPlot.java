package com.rentwave.workload.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as a picture: a bar for each median, with a line from the least to the greatest run; one group a metric. */
final class BenchPlot {

    private static final int WIDTH = 880;
    private static final int LEFT = 290;
    private static final int RIGHT = 130;
    private static final int BAR = 20;
    private static final int STEP = 30;
    private static final int HEAD = 74;

    private final StringBuilder svg = new StringBuilder();

    private BenchPlot() {}

    static String svg(BenchReport report) {
        return new BenchPlot().draw(report);
    }

    private String draw(BenchReport report) {
        Map<String, List<Figure>> groups = report.figures().stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.metric() + ", " + figure.unit(), LinkedHashMap::new, Collectors.toList()));
        int rows = report.figures().size();
        int height = HEAD + rows * STEP + groups.size() * 44 + 10;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                WIDTH,
                height));
        text(20, 28, "#11211e", 18, "rentwave bench " + report.name() + ", " + report.settings());
        text(20, 50, "#50635d", 12, report.machine().sentence());
        int y = HEAD;
        for (Map.Entry<String, List<Figure>> group : groups.entrySet()) {
            text(20, y + 16, "#11211e", 14, group.getKey());
            y += 28;
            double top =
                    group.getValue().stream().mapToDouble(Figure::most).max().orElse(0);
            for (Figure figure : group.getValue()) {
                bar(y, figure, top <= 0 ? 1 : top);
                y += STEP;
            }
            y += 16;
        }
        return svg.append("</svg>\n").toString();
    }

    private void bar(int y, Figure figure, double top) {
        double scale = (WIDTH - LEFT - RIGHT) / top;
        double middle = y + BAR / 2.0;
        text(36, y + 15, "#11211e", 13, figure.subject());
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"3\" fill=\"#0b7d72\"/>%n"
                        + "<path d=\"M%.1f %.1fH%.1f\" stroke=\"#b4560a\" stroke-width=\"3\" stroke-linecap=\"round\"/>%n",
                LEFT,
                y,
                Math.max(0, figure.median()) * scale,
                BAR,
                LEFT + Math.max(0, figure.least()) * scale,
                middle,
                LEFT + Math.max(0, figure.most()) * scale));
        text(LEFT + (int) (Math.max(0, figure.most()) * scale) + 10, y + 15, "#11211e", 13, number(figure.median()));
    }

    private void text(int x, int y, String colour, int size, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" fill=\"%s\" font-size=\"%d\">%s</text>%n",
                x,
                y,
                colour,
                size,
                text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    /** Three digits that say something. */
    static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 || size == 0 ? "%.0f" : size >= 10 ? "%.1f" : "%.3f", value);
    }
}
