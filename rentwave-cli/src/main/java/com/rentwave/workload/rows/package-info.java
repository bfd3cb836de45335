/**
 * Files of rows that are offered through the public API: reading a CSV file into rows and reasons, owner accounts that
 * are kept between runs, and an import that can be broken off and repeated. Knows no kind of thing; depends on
 * {@code workload.api} only.
 */
package com.rentwave.workload.rows;
