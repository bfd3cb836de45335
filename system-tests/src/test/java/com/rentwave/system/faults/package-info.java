/** Processes die in the middle of everything, and nothing acknowledged is lost. */
package com.rentwave.system.faults;
