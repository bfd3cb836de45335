/**
 * What the monolith reads of rows that another side may own: a copy that is fed from there. Stays when the feature that
 * once wrote those rows is deleted, and goes when nobody reads the copy any more. May depend on what all offers share.
 */
package com.rentwave.legacy.copy;
