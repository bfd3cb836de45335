package com.rentwave.workload.load;

import com.rentwave.workload.api.VehicleDraft;

/** What an owner knows about a vehicle of its own, from its own acknowledged writes. */
final class OwnVehicle {

    /** What happens to a vehicle besides being read and changed; told apart so that every refusal is expected or not. */
    enum Use {
        /** Rented by others; always available, never deleted. */
        RENTED,
        /** Made unavailable and available again. */
        PAUSED,
        /** Deleted after a while. */
        DELETED
    }

    final long id;
    final Use use;
    VehicleDraft draft;
    boolean available;
    long version;
    String etag;
    String formerEtag;

    OwnVehicle(long id, Use use, VehicleDraft draft, String etag) {
        this.id = id;
        this.use = use;
        this.draft = draft;
        this.available = true;
        this.etag = etag;
    }

    void changed(VehicleDraft newDraft, boolean newAvailable, long newVersion, String newEtag) {
        draft = newDraft;
        available = newAvailable;
        version = newVersion;
        formerEtag = etag;
        etag = newEtag;
    }

    String value() {
        return VehicleValue.of(draft, available);
    }
}
