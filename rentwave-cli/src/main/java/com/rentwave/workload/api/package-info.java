/**
 * RentWave's HTTP interfaces as this project's own tools use them: the public API as one user sees it, and the operator
 * API of the facade. Knows no platform, no histories and no terminal; everything else in {@code workload} builds on it.
 */
package com.rentwave.workload.api;
