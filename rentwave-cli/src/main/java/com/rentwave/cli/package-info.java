/**
 * The {@code rentwave} command: one class per subcommand, each a thin shell that prints what {@code platform} and
 * {@code workload} do. Nothing depends on this package.
 */
package com.rentwave.cli;
