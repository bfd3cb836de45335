package com.rentwave.facade.console;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the console listens and who may use it.
 *
 * @param address the address it binds to
 * @param port its port; 0 for any free one
 * @param operatorToken what operators sign in with; without one nobody orders a move
 * @param viewerToken what people sign in with who only look; without one there are none
 */
@Validated
@ConfigurationProperties("rentwave.console")
record ConsoleSettings(
        @DefaultValue("127.0.0.1") String address,
        @Min(0) @Max(65535) @DefaultValue("8081") int port,
        @DefaultValue("") String operatorToken,
        @DefaultValue("") String viewerToken) {

    @Override
    public String toString() {
        return "ConsoleSettings[address=" + address + ", port=" + port + "]";
    }
}
