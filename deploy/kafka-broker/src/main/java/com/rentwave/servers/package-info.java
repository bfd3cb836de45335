/** What a server that tests start needs: a folder, a port, the scripts that make its databases. Depends on Java alone. */
package com.rentwave.servers;
