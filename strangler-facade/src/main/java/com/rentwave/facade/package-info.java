/** The facade's start. Nothing depends on it; it only gathers the packages below. */
package com.rentwave.facade;
