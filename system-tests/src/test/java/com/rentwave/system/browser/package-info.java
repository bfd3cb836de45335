/**
 * The pages as people use them, in a real Chromium, against the whole running system through the facade. One class per page
 * or part of a page knows what is on it; the journeys only say what somebody does and sees. A picture of every page is kept
 * in {@code target/screenshots}.
 */
package com.rentwave.system.browser;
