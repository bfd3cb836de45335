/** The whole service on a real PostgreSQL, driven over HTTP. */
package com.rentwave.rental.service;
