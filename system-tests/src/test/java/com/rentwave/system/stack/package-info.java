/** One running RentWave for all suites: started for the first test that needs it, stopped after the last. */
package com.rentwave.system.stack;
