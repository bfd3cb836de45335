/**
 * The operations of a move, one class each: what a dry run says of it, how it is done, how it is undone. Each can be
 * repeated, by anyone, at any time. Depends on the ownership tables, routes, streams and gates; nothing depends on it.
 */
package com.rentwave.facade.cutover.step;
