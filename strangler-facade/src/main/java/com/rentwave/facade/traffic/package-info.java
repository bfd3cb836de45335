/**
 * How much traffic each side of a moving API answers, and how fast: counted in memory, for this facade, for the last few
 * minutes. The gateway tells what happened, the console shows it. Depends on no other package.
 */
package com.rentwave.facade.traffic;
