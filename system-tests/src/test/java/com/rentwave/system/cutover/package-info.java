/** The proof: flips below a load, judged by what the clients saw. */
package com.rentwave.system.cutover;
