package com.rentwave.facade.contract;

import com.rentwave.facade.contract.ContractRow.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares the pacts with the verifications recorded here. */
final class RecordedVerdicts implements Verdicts {

    private static final int MOST_NAMES = 2;

    private final Verifications verifications;

    RecordedVerdicts(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    public Verdict on(PactFile pact, String provider, String build) {
        Optional<Verification> newest = verifications
                .newest(pact.hash(), provider, build)
                .filter(one -> one.consumer().equals(pact.consumer()));
        if (pact.pending() && !verifications.everKept(pact.consumer(), pact.provider())) {
            return new Verdict(
                    State.PENDING, newest.map(Verification::at).orElse(null), "is pending: nobody relies on it yet");
        }
        if (newest.isEmpty()) {
            return notVerified(pact, provider);
        }
        Verification one = newest.get();
        return one.verified()
                ? new Verdict(State.KEPT, one.at(), "is kept")
                : new Verdict(State.BROKEN, one.at(), "is broken: " + shown(one.failures()));
    }

    private Verdict notVerified(PactFile pact, String provider) {
        Optional<Verification> before = verifications.newestKept(pact.consumer(), pact.provider(), provider);
        if (before.isEmpty()) {
            return new Verdict(State.UNVERIFIED, null, "has not been verified" + first(pact));
        }
        if (before.get().pactHash().equals(pact.hash())) {
            return new Verdict(
                    State.OUTDATED,
                    null,
                    "has not been verified: it was kept by build "
                            + before.get().build() + first(pact));
        }
        return new Verdict(
                State.OUTDATED, null, "has not been verified since it was changed" + changed(pact, before.get()));
    }

    private static String first(PactFile pact) {
        int all = pact.interactions().size();
        return all == 0
                ? ""
                : " (" + all + (all == 1 ? " interaction: \"" : " interactions, the first: \"")
                        + pact.interactions().keySet().iterator().next() + "\")";
    }

    private static String changed(PactFile pact, Verification before) {
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, String> now : pact.interactions().entrySet()) {
            String then = before.interactions().get(now.getKey());
            if (then == null) {
                changed.add("new: \"" + now.getKey() + '"');
            } else if (!then.equals(now.getValue())) {
                changed.add("changed: \"" + now.getKey() + '"');
            }
        }
        before.interactions().keySet().stream()
                .filter(name -> !pact.interactions().containsKey(name))
                .forEach(name -> changed.add("gone: \"" + name + '"'));
        return changed.isEmpty() ? first(pact) : " (" + shown(changed) + ')';
    }

    private static String shown(List<String> lines) {
        return lines.stream().limit(MOST_NAMES).collect(Collectors.joining("; "))
                + (lines.size() > MOST_NAMES ? "; and " + (lines.size() - MOST_NAMES) + " more" : "");
    }
}
