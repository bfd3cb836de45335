/**
 * What the coordinator asks of change data capture: to set streams up, how they fare, whether the mapping holds on every
 * live row, whether the two sides hold the same rows. Knows cdc's control API and nothing of its inside.
 */
package com.rentwave.facade.stream;
