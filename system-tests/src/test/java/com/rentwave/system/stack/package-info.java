/** One running RentWave for all suites: started for the first test that needs it, stopped after the last; how it is moved, looked into and judged. */
package com.rentwave.system.stack;
