package com.rentwave.facade.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What an operator has to show. Compared in constant time; when none is configured nothing is ever right. */
@Component
class OperatorToken {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorToken.class);
    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    OperatorToken(ConsoleSettings settings) {
        this.expected = settings.operatorToken().getBytes(StandardCharsets.UTF_8);
        if (expected.length == 0) {
            LOG.warn("no operator token is set: the operator API answers nobody");
        }
    }

    /** Whether an Authorization header shows it. */
    boolean isShown(String authorization) {
        if (expected.length == 0 || authorization == null || !authorization.startsWith(SCHEME)) {
            return false;
        }
        byte[] shown = authorization.substring(SCHEME.length()).trim().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, shown);
    }
}
