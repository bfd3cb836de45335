/**
 * How a part does something every so often. It stands here because the facade, the extracted services, change data capture
 * and the command line all need it, and this library is all that they share. It knows nothing of rows; may depend on nothing.
 */
package com.rentwave.sync.thread;
