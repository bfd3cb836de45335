/** The application around it all: configuration, life cycle and the HTTP interface for the facade. */
package com.rentwave.cdc.control;
