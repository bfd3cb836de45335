/**
 * How an API begins whose component the monolith of a new installation does not have: with its service as the owner, for
 * ever. It never moves, so there is no cutover and no record of one. May depend on routes, ownership and streams.
 */
package com.rentwave.facade.birth;
