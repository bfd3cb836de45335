/**
 * The migration team's door: an HTTP API and a page on a port of their own, behind the token of an operator
 * or a viewer. It reads what is stored and measured and orders moves; it carries none out. Nothing depends on it.
 */
package com.rentwave.facade.console;
