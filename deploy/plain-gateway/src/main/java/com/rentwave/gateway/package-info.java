/** Spring Cloud Gateway without anything of ours, for the benchmark of the facade. Nothing depends on it. */
package com.rentwave.gateway;
