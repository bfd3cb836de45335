package com.rentwave.contracts;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.provider.BodyComparisonResult;
import au.com.dius.pact.provider.ComparisonResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Differences between what was expected and what came, a line each. */
final class Mismatches {

    private Mismatches() {}

    static List<String> lines(ComparisonResult result) {
        List<String> lines = new ArrayList<>();
        if (result.getStatusMismatch() != null) {
            lines.add(line(result.getStatusMismatch()));
        }
        result.getHeaderMismatches().values().stream()
                .flatMap(Collection::stream)
                .forEach(m -> lines.add(line(m)));
        result.getMetadataMismatches().values().stream()
                .flatMap(Collection::stream)
                .forEach(m -> lines.add(line(m)));
        Object body = result.getBodyMismatches();
        if (body instanceof Result.Ok<?> compared && compared.getValue() instanceof BodyComparisonResult bodies) {
            bodies.getMismatches().values().stream().flatMap(Collection::stream).forEach(m -> lines.add(line(m)));
        } else if (body instanceof Result.Err<?> other && other.getError() instanceof Mismatch type) {
            lines.add(line(type));
        }
        return lines;
    }

    static String line(Mismatch mismatch) {
        if (mismatch instanceof StatusMismatch status) {
            return "status: expected " + status.getExpected() + ", actual " + status.getActual();
        }
        if (mismatch instanceof HeaderMismatch header) {
            return "header " + header.getHeaderKey() + ": expected " + header.getExpected() + ", actual "
                    + header.getActual() + " (" + header.getMismatch() + ')';
        }
        if (mismatch instanceof BodyMismatch body) {
            return "body " + body.getPath() + ": expected " + shown(body.getExpected()) + ", actual "
                    + shown(body.getActual()) + " (" + body.getMismatch() + ')';
        }
        return mismatch.type() + ": " + mismatch.description();
    }

    private static String shown(Object value) {
        String text = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
