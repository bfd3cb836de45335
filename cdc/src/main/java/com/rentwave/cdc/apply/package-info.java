/** The way back: writes the service's rows to the legacy database with the shared applier. */
package com.rentwave.cdc.apply;
