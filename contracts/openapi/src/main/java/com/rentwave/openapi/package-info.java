/**
 * The description of the public API ({@code rentwave.yaml}) as JSON, the check that routes and answers of running parts are
 * as it says, and the tables of wrong requests that every owner of an API answers alike. A library because the tests of four
 * modules need it; the product takes only the JSON.
 */
package com.rentwave.openapi;
