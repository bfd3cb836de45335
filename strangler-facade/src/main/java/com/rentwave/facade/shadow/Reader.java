package com.rentwave.facade.shadow;

import com.rentwave.sync.Side;
import java.io.IOException;

/** Asks one side, past the facade's own routes. */
interface Reader {

    /**
     * @param position what the side must have applied before it answers, as a side tells it; empty text for nothing
     * @throws IOException when no answer came in time
     */
    SideAnswer read(Side side, Read read, String position) throws IOException, InterruptedException;
}
