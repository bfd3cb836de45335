/**
 * Vehicles to fill a RentWave with: read from a CSV file by a stated mapping, or made up, and offered through the public
 * API by owner accounts that this package keeps. Depends on {@code workload.api} only.
 */
package com.rentwave.workload.vehicles;
