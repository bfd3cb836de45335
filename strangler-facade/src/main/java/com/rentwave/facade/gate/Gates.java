package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.Reason;
import java.util.List;
import org.springframework.stereotype.Component;

/** All gates. Fails closed: a gate that cannot be evaluated is shut, and says why. */
@Component
public class Gates {

    private final List<Gate> gates;

    public Gates(List<Gate> gates) {
        this.gates = List.copyOf(gates);
    }

    /** Asks every gate that guards the change, in a fixed order. */
    public List<Reason> ask(GateQuestion question) {
        return gates.stream()
                .filter(gate -> gate.guards(question.change()))
                .map(gate -> ask(gate, question))
                .toList();
    }

    /** The answers of the gates that guard the change; asks only those whose answer is not known yet. */
    public List<Reason> ask(GateQuestion question, List<Reason> known) {
        return gates.stream()
                .filter(gate -> gate.guards(question.change()))
                .map(gate -> known.stream()
                        .filter(answer -> answer.gate().equals(gate.name()))
                        .findFirst()
                        .orElseGet(() -> ask(gate, question)))
                .toList();
    }

    /** Asks again where the answer was no, and keeps the other answers. */
    public List<Reason> askAgain(GateQuestion question, List<Reason> answers) {
        return answers.stream()
                .map(answer -> answer.ok() ? answer : ask(named(answer.gate()), question))
                .toList();
    }

    private Gate named(String name) {
        return gates.stream()
                .filter(gate -> gate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such gate: " + name));
    }

    private static Reason ask(Gate gate, GateQuestion question) {
        try {
            Gate.Finding finding = gate.ask(question);
            return new Reason(gate.name(), finding.ok(), finding.reason());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reason.no(gate.name(), "could not be evaluated: the coordinator is stopping");
        } catch (Exception e) {
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return Reason.no(gate.name(), "could not be evaluated: " + message);
        }
    }
}
