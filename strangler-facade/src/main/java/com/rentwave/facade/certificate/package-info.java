/** Signs the certificates of flips and chains them, so that they can be checked without us. Depends on no other package. */
package com.rentwave.facade.certificate;
