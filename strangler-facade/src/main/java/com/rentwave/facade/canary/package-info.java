/**
 * Measures how users fare in a canary and judges it. The gateway tells what happened, {@code ramp} acts on the judgement.
 * Depends on no other package.
 */
package com.rentwave.facade.canary;
