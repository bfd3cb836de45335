/**
 * Books to fill a RentWave with: read from a CSV file by a stated mapping, each lent out on made-up terms, through the
 * public API. Depends on {@code workload.api} and {@code workload.rows} only.
 */
package com.rentwave.workload.books;
