/**
 * The coordinator's hand in the two databases that hold an API's rows: who owns them, the fence, the barrier. All of it
 * goes through the schema {@code sync} and never touches a row of an API. Depends on row-sync only.
 */
package com.rentwave.facade.ownership;
