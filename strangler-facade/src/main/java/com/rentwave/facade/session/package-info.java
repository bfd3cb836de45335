/**
 * What a client brings along from one request to the next: the login cookie, the token it stands for, and the position
 * token that says what the client has already seen. Depends on no other package of the facade.
 */
package com.rentwave.facade.session;
