/** What the tests of every extracted service need around it. */
package com.rentwave.service.testing;
