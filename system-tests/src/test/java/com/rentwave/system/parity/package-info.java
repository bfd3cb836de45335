/** The monolith and the service give the same answers, byte for byte, straight and through the facade. */
package com.rentwave.system.parity;
