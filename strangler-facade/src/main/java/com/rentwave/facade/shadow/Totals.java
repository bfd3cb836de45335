package com.rentwave.facade.shadow;

/** What comparisons of this facade found since it was started. */
public interface Totals {

    Tally total(String api);
}
