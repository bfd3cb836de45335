package com.rentwave.facade.console;

import com.rentwave.facade.cutover.CutoverPhase;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.CutoverWatch;
import com.rentwave.facade.cutover.Cutovers;
import com.rentwave.facade.cutover.Operation;
import com.rentwave.facade.cutover.OrderedBy;
import com.rentwave.facade.cutover.PhaseChange;
import com.rentwave.facade.cutover.Reason;
import com.rentwave.facade.gate.GateQuestion;
import com.rentwave.facade.gate.Gates;
import com.rentwave.facade.route.Route;
import com.rentwave.facade.route.RouteStore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Takes orders for moves, and says beforehand what one would do and what is in its way. Blocks. */
@Component
class MoveDesk {

    private final RouteStore routes;
    private final Cutovers cutovers;
    private final CutoverWatch watch;
    private final Gates gates;
    private final Map<CutoverStep, Operation> operations = new EnumMap<>(CutoverStep.class);

    MoveDesk(RouteStore routes, Cutovers cutovers, CutoverWatch watch, Gates gates, List<Operation> operations) {
        this.routes = routes;
        this.cutovers = cutovers;
        this.watch = watch;
        this.gates = gates;
        operations.forEach(operation -> this.operations.put(operation.step(), operation));
    }

    /** The answers of the gates of the last change on the way. */
    record Advance(String api, CutoverPhase from, CutoverPhase to, boolean allowed, List<Reason> reasons) {}

    /**
     * What a move would do.
     *
     * @param gates those of its first change
     * @param phases the gates of every change on the way, as they answer now; they are asked again when it is their turn
     */
    record Plan(
            String api,
            CutoverPhase from,
            CutoverPhase to,
            List<PlannedStep> steps,
            List<Reason> gates,
            List<PlannedPhase> phases) {}

    /**
     * A change of phase of a plan.
     *
     * @param next whether it is the first one; what a later one lacks, an earlier one may still bring
     */
    record PlannedPhase(CutoverPhase from, CutoverPhase to, boolean next, List<Reason> gates) {}

    /** A step of a plan. */
    record PlannedStep(CutoverPhase phase, CutoverStep step, String description) {}

    Advance canAdvance(String api, CutoverPhase to) {
        CutoverPhase from = phase(api);
        if (!from.leadsTo(to)) {
            return new Advance(api, from, to, false, List.of(Reason.no("order", noMove(from, to))));
        }
        List<PhaseChange> path = from.pathTo(to);
        List<Reason> reasons = ask(api, path.get(path.size() - 1));
        return new Advance(api, from, to, reasons.stream().allMatch(Reason::ok), reasons);
    }

    Plan plan(String api, CutoverPhase to) {
        CutoverPhase from = phase(api);
        List<PhaseChange> path = path(from, to);
        List<PlannedStep> steps = path.stream()
                .flatMap(change -> change.steps().stream()
                        .map(step -> new PlannedStep(
                                change.to(), step, operations.get(step).describe(api, change))))
                .toList();
        List<PlannedPhase> phases = phases(api, path);
        return new Plan(api, from, to, steps, phases.get(0).gates(), phases);
    }

    /** Each gate is asked once, for the first change that it guards: the answers are as good for the later ones. */
    private List<PlannedPhase> phases(String api, List<PhaseChange> path) {
        List<Reason> known = new ArrayList<>();
        List<PlannedPhase> phases = new ArrayList<>();
        for (PhaseChange change : path) {
            List<Reason> answers = gates.ask(new GateQuestion(api, change, OptionalLong.empty()), known);
            answers.stream().filter(answer -> !known.contains(answer)).forEach(known::add);
            phases.add(new PlannedPhase(change.from(), change.to(), phases.isEmpty(), answers));
        }
        return phases;
    }

    /** @return the number of the new move, which runs by itself from now on */
    long order(String api, CutoverPhase to, OrderedBy by) {
        CutoverPhase from = phase(api);
        path(from, to);
        long id = cutovers.ask(api, from, to, by).orElseThrow(this::anotherRuns);
        watch.look();
        return id;
    }

    private ConsoleProblem anotherRuns() {
        String detail = cutovers.running()
                .map(running -> "Move " + running.id() + " of " + running.api() + " is running."
                        + " Nothing was ordered; ask again when it has ended.")
                .orElse("Another move was running. Nothing was ordered; ask again.");
        return ConsoleProblem.conflict("move-running", "Another move is running", detail);
    }

    private List<Reason> ask(String api, PhaseChange change) {
        return gates.ask(new GateQuestion(api, change, OptionalLong.empty()));
    }

    private static List<PhaseChange> path(CutoverPhase from, CutoverPhase to) {
        if (from == CutoverPhase.RETIRED) {
            throw ConsoleProblem.conflict("point-of-no-return", "No way back", sentence(noMove(from, to)));
        }
        if (!from.leadsTo(to)) {
            throw ConsoleProblem.conflict("no-such-move", "No such move", sentence(noMove(from, to)));
        }
        return from.pathTo(to);
    }

    private static String noMove(CutoverPhase from, CutoverPhase to) {
        if (from == CutoverPhase.RETIRED) {
            return "the API is RETIRED, the point of no return: the monolith never takes it back, and no move leads away";
        }
        String only = to == CutoverPhase.RETIRED ? "; RETIRED is entered by a move of its own, from OWNED" : "";
        return "no move leads from " + from + " to " + to + only;
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + '.';
    }

    private CutoverPhase phase(String api) {
        Route route =
                routes.load(api).orElseThrow(() -> ConsoleProblem.notFound("There is no API " + api + " that moves."));
        return CutoverPhase.valueOf(route.phase().name());
    }
}
