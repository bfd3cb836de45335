package com.rentwave.facade.cutover;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** All moves, stored in the migration database. */
public interface Cutovers {

    /** Stores a new move; empty when another one runs, of whatever API. */
    default OptionalLong ask(String api, CutoverPhase from, CutoverPhase to, OrderedBy by) {
        return ask(api, from, to, by, null);
    }

    /**
     * Stores a new move that the facade asks for by itself; empty when another one runs.
     *
     * @param because why; null when a person asks
     */
    OptionalLong ask(String api, CutoverPhase from, CutoverPhase to, OrderedBy by, String because);

    Optional<Cutover> find(long id);

    /** The one move that runs, if any. */
    Optional<Cutover> running();

    /** Moves of an API, newest first. */
    List<Cutover> newest(String api, int limit);

    /** What happened in a move so far, in order. */
    List<StepRecord> history(long id);

    /** Takes the running move's lease, or prolongs it; empty when nothing runs or another holder's lease is not over. */
    Optional<Cutover> lease(String holder, Duration length);

    /** Gives the lease back, so that another coordinator need not wait for its end. */
    void release(String holder);

    /**
     * Stores the next record instead of the expected one, if the stored attempt, phase and step are still the expected
     * ones.
     *
     * @param detail a sentence for the history of the step that ends
     * @return the record as stored, or empty when somebody else went on
     */
    Optional<Cutover> store(Cutover expected, Cutover next, String detail);

    /**
     * Makes a change in the migration database in one transaction with the proof that the record still stands where it
     * stood; nobody can go on with the record meanwhile.
     *
     * @return false when somebody else went on, and the change was not made
     */
    boolean whileAt(Cutover at, Runnable change);
}
