/**
 * Vehicles to fill a RentWave with: read from a CSV file by a stated mapping, or made up, and offered through the public
 * API. Depends on {@code workload.api} and {@code workload.rows} only.
 */
package com.rentwave.workload.vehicles;
