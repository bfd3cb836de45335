/**
 * What keeps an API's rows the same on both sides while it moves: the ownership guard, the row record on the wire, the
 * declared mapping, the applier, the position a reader can wait for and the id of the build that takes part. It is infrastructure that would otherwise stand
 * in the monolith, in every extracted service and in change data capture alike; it knows no framework and no domain rule.
 */
package com.rentwave.sync;
