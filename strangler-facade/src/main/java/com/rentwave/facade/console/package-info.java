/**
 * The migration team's door: an HTTP API and a page on a port of their own, behind the operator token. It reads what is
 * stored and orders moves; it carries none out. Nothing depends on it.
 */
package com.rentwave.facade.console;
