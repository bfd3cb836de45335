/**
 * Work for a running RentWave: a client of its API, imports, a load of many clients with recorded histories and the
 * checker that judges them, and the demonstration that puts them together. One package per part; this one holds nothing.
 */
package com.rentwave.workload;
