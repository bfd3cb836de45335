/**
 * What the facade looks at again and again while it runs. Depends on nothing of the facade; whoever has something to watch
 * may depend on it.
 */
package com.rentwave.facade.watch;
