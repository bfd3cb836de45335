/**
 * Contract verification from the command line: starts providers of the running build aside, lets the contracts module
 * verify every pact against them, and tells what the record lacks. The judgement itself is the facade's gate.
 */
package com.rentwave.workload.contracts;
