/**
 * What the coordinator asks of the monolith and the services themselves: which build runs, whether it is well, whether
 * its applier runs. Knows their internal addresses, which the facade forwards to nobody.
 */
package com.rentwave.facade.backend;
