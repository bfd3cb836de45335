package com.rentwave.facade.cutover;

/** An operation as it is; a test overrides where it is to be otherwise. */
class DelegatingOperation implements Operation {

    private final Operation operation;

    DelegatingOperation(Operation operation) {
        this.operation = operation;
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
        return operation.run(cutover);
    }

    @Override
    public void compensate(Cutover cutover) throws Exception {
        operation.compensate(cutover);
    }
}
