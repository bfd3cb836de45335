/** The API as it is described, against the API as the whole running system answers it through the facade. */
package com.rentwave.system.description;
