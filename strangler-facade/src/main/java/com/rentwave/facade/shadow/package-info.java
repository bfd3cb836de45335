/**
 * Asks the side that does not answer for a copy of each read and compares the two answers, without a user noticing. The
 * gateway offers reads, the gates ask for evidence, the console shows what differs. Depends on no other package but {@code api}.
 */
package com.rentwave.facade.shadow;
