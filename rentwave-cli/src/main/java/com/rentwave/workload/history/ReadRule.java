package com.rentwave.workload.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every client reads its own writes, and never something older than it has read before. An operation is told at most
 * once for each.
 */
final class ReadRule implements HistoryChecker.Rule {

    @Override
    public void check(History history, List<Finding> findings) {
        Registers registers = new Registers(history);
        history.byClient().forEach((client, operations) -> {
            Session session = new Session(client, registers);
            for (Operation operation : operations) {
                if (operation.ok()) {
                    Anomaly anomaly = session.follow(operation);
                    if (anomaly != null) {
                        findings.add(new Finding(anomaly, client, session.sentence));
                    }
                }
            }
        });
    }

    /** One client's knowledge, as its operations go by. */
    private static final class Session {

        private final String client;
        private final Registers registers;
        private final Map<Long, Long> written = new HashMap<>();
        private final Set<Long> deleted = new HashSet<>();
        private final Map<Long, Long> read = new HashMap<>();
        private final Set<Long> gone = new HashSet<>();
        private final Map<Long, Boolean> rentals = new HashMap<>();
        private String sentence;

        Session(String client, Registers registers) {
            this.client = client;
            this.registers = registers;
        }

        Anomaly follow(Operation operation) {
            Action action = operation.action();
            if (action instanceof Action.CreateVehicle create) {
                wrote(create.vehicleId(), create.version());
            } else if (action instanceof Action.ChangeVehicle change) {
                wrote(change.vehicleId(), change.version());
            } else if (action instanceof Action.DeleteVehicle delete) {
                written.remove(delete.vehicleId());
                deleted.add(delete.vehicleId());
            } else if (action instanceof Action.ReadVehicle single) {
                return single.seen() == null ? missed(single.vehicleId(), operation) : saw(single.seen());
            } else if (action instanceof Action.ListVehicles list) {
                return listed(list, operation);
            } else if (action instanceof Action.Rent rent) {
                rentals.put(rent.rentalId(), false);
            } else if (action instanceof Action.ReturnRental back) {
                rentals.put(back.rentalId(), true);
            } else if (action instanceof Action.CancelRental cancel) {
                rentals.put(cancel.rentalId(), true);
            } else if (action instanceof Action.ReadRental rental) {
                return sawRental(rental);
            }
            return null;
        }

        private void wrote(long vehicleId, long version) {
            written.put(vehicleId, version);
            read.merge(vehicleId, version, Math::max);
        }

        private Anomaly saw(SeenVehicle seen) {
            long id = seen.vehicleId();
            Long own = written.get(id);
            if (deleted.contains(id) || own != null && seen.version() < own) {
                return tell(
                        Anomaly.STALE_OWN_READ,
                        "read " + seen + (own == null ? " after deleting it" : " after writing version " + own));
            }
            Long before = read.get(id);
            if (gone.contains(id) || before != null && seen.version() < before) {
                return tell(
                        Anomaly.NON_MONOTONIC_READ,
                        "read " + seen
                                + (gone.contains(id)
                                        ? " after reading it was gone"
                                        : " after reading version " + before));
            }
            read.put(id, seen.version());
            return null;
        }

        private Anomaly missed(long id, Operation operation) {
            Registers.Register register = registers.of(id);
            boolean mayBeGone = register != null && register.deletionStart < operation.endNanos();
            if (mayBeGone || deleted.contains(id)) {
                if (read.containsKey(id)) {
                    gone.add(id);
                }
                return null;
            }
            if (written.containsKey(id)) {
                return tell(
                        Anomaly.STALE_OWN_READ,
                        "did not find vehicle " + id + " after writing version " + written.get(id));
            }
            return read.containsKey(id)
                    ? tell(Anomaly.NON_MONOTONIC_READ, "did not find vehicle " + id + " after reading it")
                    : null;
        }

        private Anomaly listed(Action.ListVehicles list, Operation operation) {
            Set<Long> shown = new HashSet<>();
            Anomaly first = null;
            for (SeenVehicle seen : list.seen()) {
                shown.add(seen.vehicleId());
                first = first == null ? saw(seen) : first;
            }
            if (list.allOwn()) {
                for (Long id : written.keySet()) {
                    if (first == null && !shown.contains(id)) {
                        first = missed(id, operation);
                    }
                }
            }
            return first;
        }

        private Anomaly sawRental(Action.ReadRental rental) {
            Boolean known = rentals.get(rental.rentalId());
            if (known == null) {
                return null;
            }
            if (rental.returned() == null || known && !rental.returned()) {
                return tell(
                        Anomaly.STALE_OWN_READ,
                        (rental.returned() == null ? "did not find rental " : "read as not ended rental ")
                                + rental.rentalId());
            }
            return null;
        }

        private Anomaly tell(Anomaly anomaly, String what) {
            sentence = what + " (" + client + ")";
            return anomaly;
        }
    }
}
