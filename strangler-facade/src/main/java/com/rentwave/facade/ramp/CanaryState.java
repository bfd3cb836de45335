package com.rentwave.facade.ramp;

import com.rentwave.facade.canary.CanaryWindow;
import java.math.BigDecimal;

/**
 * A canary as it stands.
 *
 * @param percent the share of users who read from the service
 * @param lastMinute how they fared
 * @param compared reads compared since the share was changed
 * @param mismatched those that differed
 * @param breach what is broken; null when nothing is
 * @param unknown why it cannot be raised yet for want of evidence; null when it can
 */
public record CanaryState(
        String api,
        String phase,
        BigDecimal percent,
        CanaryWindow lastMinute,
        long compared,
        long mismatched,
        String breach,
        String unknown) {}
