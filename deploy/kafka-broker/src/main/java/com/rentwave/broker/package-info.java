/**
 * A real Kafka broker for the tests of every module. Depends on the jars that this module collects and on what every server
 * needs.
 */
package com.rentwave.broker;
