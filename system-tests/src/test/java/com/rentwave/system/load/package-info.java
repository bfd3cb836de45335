/** Many people at once: on the whole running system, or on its entry alone. */
package com.rentwave.system.load;
