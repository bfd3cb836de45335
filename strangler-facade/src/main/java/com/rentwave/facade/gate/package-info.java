/**
 * The questions asked before an API enters a phase, one class each. A gate answers with a reason, never with a bare
 * boolean, and one that cannot be evaluated is shut. Gates look; they change no route, no owner and no row.
 */
package com.rentwave.facade.gate;
