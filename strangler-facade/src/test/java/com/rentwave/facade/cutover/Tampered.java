package com.rentwave.facade.cutover;

/** An operation to which something happens just before or just after its effect. */
final class Tampered extends DelegatingOperation {

    /** Something that happens; an Error stands for the death of the process. */
    interface Event {
        void happen(Cutover cutover) throws Exception;
    }

    private final Event before;
    private final Event after;

    private Tampered(Operation operation, Event before, Event after) {
        super(operation);
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
    public StepOutcome run(Cutover cutover) throws Exception {
        before.happen(cutover);
        StepOutcome outcome = super.run(cutover);
        after.happen(cutover);
        return outcome;
    }

    @Override
    public void compensate(Cutover cutover) throws Exception {
        before.happen(cutover);
        super.compensate(cutover);
        after.happen(cutover);
    }
}
