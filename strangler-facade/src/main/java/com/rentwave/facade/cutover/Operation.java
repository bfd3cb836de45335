package com.rentwave.facade.cutover;

/**
 * One step of a move. It may be run any number of times, by several coordinators at once, and late by one that was
 * paused; what it does to a database is therefore always conditional on the attempt's absolute epoch.
 */
public interface Operation {

    /** The step this operation stands for. */
    CutoverStep step();

    /** One sentence for the dry run: what running it will do. */
    String describe(String api, PhaseChange change);

    /** Brings the effect about, or finds it there. An exception means it is not known whether it is there. */
    StepOutcome run(Cutover cutover) throws Exception;

    /** Undoes what {@link #run} may have done, seen or unseen. Only asked of steps before the decision. */
    default void compensate(Cutover cutover) throws Exception {}
}
