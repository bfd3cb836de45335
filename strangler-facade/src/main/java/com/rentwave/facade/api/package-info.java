/**
 * Which APIs move, and where the two sides of each are: all of it is configuration, so that one more API is a few lines in
 * a file. Every other package may use it; it depends on none.
 */
package com.rentwave.facade.api;
