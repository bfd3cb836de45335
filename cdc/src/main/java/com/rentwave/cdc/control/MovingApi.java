package com.rentwave.cdc.control;

import com.rentwave.cdc.reconcile.MappingProof;
import com.rentwave.cdc.reconcile.Reconciliation;

/**
 * One API that moves, with all that can be asked about it.
 *
 * @param name as the paths of the control API have it
 */
record MovingApi(String name, ApiStreams streams, Reconciliation reconciliation, MappingProof mappingProof) {}
