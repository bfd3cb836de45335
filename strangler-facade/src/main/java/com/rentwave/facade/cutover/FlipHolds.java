package com.rentwave.facade.cutover;

import com.rentwave.facade.hold.HoldSummary;
import com.rentwave.facade.hold.HoldWindow;
import com.rentwave.facade.hold.Holds;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What this facade's clients feel of a flip: counts their held requests from the fence to the end. */
@Component
public class FlipHolds {

    private final Holds holds;
    private final Map<Long, HoldWindow> windows = new ConcurrentHashMap<>();

    public FlipHolds(Holds holds) {
        this.holds = holds;
    }

    /** The figures so far; none when no fence was seen here. */
    public HoldSummary summary(Cutover cutover) {
        HoldWindow window = windows.get(cutover.id());
        return window == null ? HoldSummary.NONE : window.summary();
    }

    void open(Cutover cutover) {
        windows.computeIfAbsent(cutover.id(), id -> holds.openWindow(cutover.api()));
    }

    void close(Cutover cutover) {
        HoldWindow window = windows.remove(cutover.id());
        if (window != null) {
            window.close();
        }
    }
}
