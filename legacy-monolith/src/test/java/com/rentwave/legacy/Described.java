package com.rentwave.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import com.rentwave.openapi.ApiDescription;
import com.rentwave.openapi.SeenAnswer;
import java.util.List;

/** Judges every answer that a test sees by the description of the API: each test that calls it tests that too. */
final class Described {

    private Described() {}

    static Reply checked(String method, String address, Reply reply) {
        String path = address.replaceFirst("\\?.*", "");
        if (path.equals("/api") || path.startsWith("/api/")) {
            List<String> wrong = ApiDescription.ofThisBuild()
                    .judge(new SeenAnswer(method, path, reply.status(), reply.headers(), reply.body()));
            assertThat(wrong)
                    .as(
                            "%s %s was not answered as contracts/openapi/rentwave.yaml says: %d %s",
                            method, address, reply.status(), reply.body())
                    .isEmpty();
        }
        return reply;
    }
}
