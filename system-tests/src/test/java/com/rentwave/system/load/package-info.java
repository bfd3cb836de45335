/** Many people at once on the whole running system. */
package com.rentwave.system.load;
