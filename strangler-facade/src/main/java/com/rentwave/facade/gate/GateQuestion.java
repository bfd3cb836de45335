package com.rentwave.facade.gate;

import com.rentwave.facade.cutover.PhaseChange;
import java.util.OptionalLong;

/**
 * What the gates are asked.
 *
 * @param api the API
 * @param change the change of phase it is to make
 * @param move the move that asks; empty when somebody only wants to know
 */
public record GateQuestion(String api, PhaseChange change, OptionalLong move) {}
