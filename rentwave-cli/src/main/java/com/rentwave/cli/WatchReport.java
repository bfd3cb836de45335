package com.rentwave.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rentwave.workload.api.ApiState;
import com.rentwave.workload.api.Move;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code watch} prints: a line for every change, and for every silence of the facade one when it begins and one when it ends. */
final class WatchReport {

    private final PrintWriter out;
    private final boolean json;
    private String shown;

    WatchReport(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** How the API is; told when it is not what was told last. */
    void state(ApiState state) {
        String line = json ? state.json().toString() : sentence(state);
        if (!line.equals(shown)) {
            shown = line;
            print(line);
        }
    }

    /**
     * The facade does not answer, or cannot.
     *
     * @param since when it answered last
     * @param reason what it says itself; null when it says nothing
     */
    void silence(String api, Instant since, String reason) {
        if (json) {
            ObjectNode line = line(api, false).put("since", since.toString());
            print(line.put("reason", reason).toString());
        } else {
            print(
                    reason == null
                            ? "The facade does not answer. Trying until it does."
                            : "The facade cannot tell: " + reason + " Trying until it can.");
        }
    }

    /**
     * It answers again; what the API is like now is told after this.
     *
     * @param moves those that were asked for or ended meanwhile
     */
    void back(ApiState before, ApiState now, List<Move> moves, Duration silent) {
        List<String> changes = changes(before, now, moves);
        if (json) {
            ObjectNode line = line(now.api(), true).put("silentMs", silent.toMillis());
            line.put("changed", !changes.isEmpty());
            line.set("before", before.json());
            ArrayNode told = line.putArray("moves");
            moves.forEach(move -> told.addObject()
                    .put("id", move.id())
                    .put("from", move.from())
                    .put("to", move.to())
                    .put("state", move.state())
                    .put("reason", move.reason()));
            print(line.toString());
            return;
        }
        String again = "The facade answers again, after " + MoveDisplay.seconds(silent.toMillis());
        print(
                changes.isEmpty()
                        ? again + "; nothing changed meanwhile."
                        : again + ". Meanwhile: " + String.join(", ", changes) + ".");
    }

    private static List<String> changes(ApiState before, ApiState now, List<Move> moves) {
        List<String> changes = new ArrayList<>();
        change(changes, "phase", before.phase(), now.phase());
        change(changes, "owner", before.owner(), now.owner());
        change(changes, "epoch", Long.toString(before.epoch()), Long.toString(now.epoch()));
        for (Move move : moves) {
            String state = move.ended() ? move.state().toLowerCase(Locale.ROOT) : "runs";
            String reason = move.reason().isEmpty() ? "" : " (" + move.reason() + ")";
            changes.add("move " + move.id() + " " + move.from() + " -> " + move.to() + " " + state + reason);
        }
        return changes;
    }

    private static void change(List<String> changes, String what, String before, String now) {
        if (!before.equals(now)) {
            changes.add(what + " " + before + " -> " + now);
        }
    }

    private static ObjectNode line(String api, boolean answers) {
        return JsonNodeFactory.instance.objectNode().put("api", api).put("answers", answers);
    }

    private static String sentence(ApiState state) {
        return state.api() + " is in " + state.phase() + ", owner " + state.owner() + ", epoch " + state.epoch()
                + (state.running().isPresent() ? "; move " + state.running().getAsLong() + " runs" : "");
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}
