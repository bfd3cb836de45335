/**
 * One search over everything on offer, and the searches that users follow. Reads the tables of vehicles, rooms and books by
 * their indexes, whoever writes the rows; no feature but notifications may depend on it.
 */
package com.rentwave.legacy.search;
