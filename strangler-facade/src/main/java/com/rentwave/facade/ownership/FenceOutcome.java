package com.rentwave.facade.ownership;

/** What came of trying to fence the old owner. */
public enum FenceOutcome {
    /** The fence is up under the asked epoch, put there now or before. */
    FENCED,
    /** Writers held the lock for longer than the limit; nothing was changed. */
    BUSY,
    /** The database is past the asked epoch, or not at the one before; nothing was changed. */
    OVERTAKEN
}
