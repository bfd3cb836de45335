package com.rentwave.system.browser;

/** What every journey begins with: somebody with a browser, and the site. */
interface Visits {

    /** Somebody new; the test fails when anything goes wrong inside their pages. */
    Visitor visitor(Device device);

    Site site();
}
