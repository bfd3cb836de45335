/** What {@code rentwave seed} makes, in the whole running system. */
package com.rentwave.system.seed;
