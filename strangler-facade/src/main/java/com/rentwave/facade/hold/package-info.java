/**
 * Keeps refused writes while an API changes its owner, within bounds, and counts them for the flip certificate. Depends
 * on {@code route} only; the gateway enters and leaves, the cutover opens windows.
 */
package com.rentwave.facade.hold;
