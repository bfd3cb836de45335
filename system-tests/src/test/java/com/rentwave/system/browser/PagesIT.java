package com.rentwave.system.browser;

import com.rentwave.platform.Platform;
import com.rentwave.system.stack.WithRentWave;
import org.junit.jupiter.api.BeforeAll;

/** Every page against the running system. */
@WithRentWave
class PagesIT extends EveryPage {

    @BeforeAll
    void visit(Platform platform) {
        visit(Site.of(platform));
    }
}
