/**
 * The description of the API, for programs and for people. May depend on {@code legacy.web} only; the description itself
 * is written in {@code contracts/openapi} and made into JSON by the build.
 */
package com.rentwave.legacy.description;
