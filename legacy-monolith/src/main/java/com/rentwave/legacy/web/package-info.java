/**
 * What every part of the API shares: the application, strict reading of bodies and parameters, problem answers, waiting
 * for a position, health and build. May not depend on any feature.
 */
package com.rentwave.legacy.web;
