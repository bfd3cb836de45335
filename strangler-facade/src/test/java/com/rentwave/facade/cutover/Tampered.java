package com.rentwave.facade.cutover;

/** An operation to which something happens just before or just after its effect. */
final class Tampered implements Operation {

    /** Something that happens; an Error stands for the death of the process. */
    interface Event {
        void happen(Cutover cutover) throws Exception;
    }

    private final Operation operation;
    private final Event before;
    private final Event after;

    private Tampered(Operation operation, Event before, Event after) {
        this.operation = operation;
        this.before = before;
        this.after = after;
    }

    static Operation before(Operation operation, Event event) {
        return new Tampered(operation, event, cutover -> {});
    }

    static Operation after(Operation operation, Event event) {
        return new Tampered(operation, cutover -> {}, event);
    }

    @Override
    public CutoverStep step() {
        return operation.step();
    }

    @Override
    public String describe(String api, PhaseChange change) {
        return operation.describe(api, change);
    }

    @Override
    public StepOutcome run(Cutover cutover) throws Exception {
        before.happen(cutover);
        StepOutcome outcome = operation.run(cutover);
        after.happen(cutover);
        return outcome;
    }

    @Override
    public void compensate(Cutover cutover) throws Exception {
        before.happen(cutover);
        operation.compensate(cutover);
        after.happen(cutover);
    }
}
