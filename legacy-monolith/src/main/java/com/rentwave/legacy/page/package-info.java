/**
 * Serves the web pages: one document for every address of a page, and the files it is made of. The pages call the API like
 * any other client; this package knows no feature and no feature knows it.
 */
package com.rentwave.legacy.page;
