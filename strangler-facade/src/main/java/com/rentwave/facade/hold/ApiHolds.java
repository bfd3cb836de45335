package com.rentwave.facade.hold;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The places of one API. The number of requests and the sum of their bytes never exceed the bounds. */
final class ApiHolds {

    private final HoldSettings bounds;
    private final Set<Hold> places = new HashSet<>();
    private final List<HoldWindow> windows = new ArrayList<>();
    private long bytes;

    ApiHolds(HoldSettings bounds) {
        this.bounds = bounds;
    }

    synchronized Optional<Hold> enter(long size) {
        if (places.size() >= bounds.requests() || bytes + size > bounds.size().toBytes()) {
            return Optional.empty();
        }
        Hold hold = new Hold(this, size);
        places.add(hold);
        bytes += size;
        windows.forEach(window -> window.began(hold));
        return Optional.of(hold);
    }

    synchronized void leave(Hold hold) {
        if (places.remove(hold)) {
            bytes -= hold.bytes();
            windows.forEach(window -> window.ended(hold));
        }
    }

    synchronized HoldWindow openWindow() {
        HoldWindow window = new HoldWindow(this::closeWindow);
        places.forEach(window::began);
        windows.add(window);
        return window;
    }

    private synchronized void closeWindow(HoldWindow window) {
        windows.remove(window);
    }

    synchronized int held() {
        return places.size();
    }
}
