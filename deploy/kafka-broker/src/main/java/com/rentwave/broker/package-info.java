/** A real Kafka broker for the tests of every module. Depends on nothing but the jars that this module collects. */
package com.rentwave.broker;
