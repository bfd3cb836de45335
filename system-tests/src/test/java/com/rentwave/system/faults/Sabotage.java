package com.rentwave.system.faults;

import com.rentwave.platform.PartName;
import com.rentwave.workload.demo.DemoListener;
import com.rentwave.workload.demo.Flip;
import java.util.List;

/**
 * Kills parts below the load of a demonstration: begins when the load is on, and after the last flip keeps the load on until
 * every part had its turn, however long the parts take to start on this machine.
 */
final class Sabotage implements DemoListener {

    private final Saboteur saboteur;
    private int flipsLeft;
    private boolean begun;
    private List<PartName> killed = List.of();

    /** @param flips how many there are below the load */
    Sabotage(Saboteur saboteur, int flips) {
        this.saboteur = saboteur;
        this.flipsLeft = flips;
    }

    @Override
    public void running(long requests, String phase) {
        if (!begun) {
            begun = true;
            saboteur.start();
        }
    }

    @Override
    public void flipped(Flip flip) {
        flipsLeft--;
    }

    /** The load goes on while this waits. */
    @Override
    public void rested(long beginNanos, long endNanos) {
        if (flipsLeft == 0) {
            try {
                killed = saboteur.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The parts whose turn was over before the load was. */
    List<PartName> killedBelowTheLoad() {
        return killed;
    }
}
