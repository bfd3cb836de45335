/** How long users wait in a flip. Run with the profile {@code bench}, on a machine that does nothing else. */
package com.rentwave.system.bench;
