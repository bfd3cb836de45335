/**
 * What every extracted service has in common and what would otherwise stand in each of them: which API it takes over, and
 * what it means not to own it. Infrastructure only: no type of any API's domain belongs here, each service has its own.
 */
package com.rentwave.service;
