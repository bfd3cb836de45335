package com.rentwave.facade.cutover;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The stored moves as they are; a test overrides where they are to be otherwise. */
class DelegatingCutovers implements Cutovers {

    private final Cutovers cutovers;

    DelegatingCutovers(Cutovers cutovers) {
        this.cutovers = cutovers;
    }

    @Override
    public OptionalLong ask(String api, CutoverPhase from, CutoverPhase to, OrderedBy by, String because) {
        return cutovers.ask(api, from, to, by, because);
    }

    @Override
    public Optional<Cutover> find(long id) {
        return cutovers.find(id);
    }

    @Override
    public Optional<Cutover> running() {
        return cutovers.running();
    }

    @Override
    public List<Cutover> newest(String api, int limit) {
        return cutovers.newest(api, limit);
    }

    @Override
    public List<StepRecord> history(long id) {
        return cutovers.history(id);
    }

    @Override
    public Optional<Cutover> lease(String holder, Duration length) {
        return cutovers.lease(holder, length);
    }

    @Override
    public void release(String holder) {
        cutovers.release(holder);
    }

    @Override
    public Optional<Cutover> store(Cutover expected, Cutover next, String detail) {
        return cutovers.store(expected, next, detail);
    }

    @Override
    public boolean whileAt(Cutover at, Runnable change) {
        return cutovers.whileAt(at, change);
    }
}
