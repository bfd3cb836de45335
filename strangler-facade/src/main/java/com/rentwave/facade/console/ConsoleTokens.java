package com.rentwave.facade.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The secrets people and scripts show. Compared in constant time; a role without a configured token is nobody's. */
@Component
class ConsoleTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleTokens.class);

    private final byte[] operator;
    private final byte[] viewer;

    ConsoleTokens(ConsoleSettings settings) {
        operator = settings.operatorToken().getBytes(StandardCharsets.UTF_8);
        viewer = settings.viewerToken().getBytes(StandardCharsets.UTF_8);
        if (operator.length == 0) {
            LOG.warn("no operator token is set: nobody can order a move");
        }
    }

    /** Whose token it is; empty when it is nobody's. */
    Optional<Role> role(String token) {
        byte[] shown = token.getBytes(StandardCharsets.UTF_8);
        boolean operators = MessageDigest.isEqual(operator, shown) && operator.length > 0;
        boolean viewers = MessageDigest.isEqual(viewer, shown) && viewer.length > 0;
        return operators ? Optional.of(Role.OPERATOR) : viewers ? Optional.of(Role.VIEWER) : Optional.empty();
    }

    /** The bytes of a role's token; none when the role is nobody's. */
    byte[] secret(Role role) {
        return (role == Role.OPERATOR ? operator : viewer).clone();
    }
}
