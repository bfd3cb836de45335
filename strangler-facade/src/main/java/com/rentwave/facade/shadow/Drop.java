package com.rentwave.facade.shadow;

/** Why a read was not copied: so that nobody is slowed down. */
enum Drop {
    /** As many copies wait as may, or the answer does not fit into one's place. */
    NO_PLACE,
    /** As many were made lately as may be made in a second. */
    OVER_RATE,
    /** The facade had its hands full with the users' requests. */
    OVERLOAD
}
