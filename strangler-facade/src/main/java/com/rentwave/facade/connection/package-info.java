/** What a connection of a client needs beside the HTTP server's own handlers: that it is always read to the end. */
package com.rentwave.facade.connection;
