/** What the documents say is true. */
package com.rentwave.system.docs;
