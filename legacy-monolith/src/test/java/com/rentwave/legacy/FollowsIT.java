package com.rentwave.legacy;

import static com.rentwave.legacy.Call.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.Call.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowsIT {

    private static Reply follow(Person person, String search) {
        return call("POST", "/api/searches").by(person).json(search).send();
    }

    @Test
    void followsASearchAndListsItUntilItIsFollowedNoLonger() {
        Person person = Person.somebody();
        Reply first = follow(person, "{\"q\":\"Hary Poter\"}");
        Reply second = follow(person, "{\"q\":\"van\",\"type\":\"vehicle\",\"minPrice\":null,\"maxPrice\":9000}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/api/searches/" + first.id());
        assertThat(second.body())
                .isEqualTo("{\"id\":" + second.id()
                        + ",\"q\":\"van\",\"type\":\"vehicle\",\"minPrice\":null,\"maxPrice\":9000,\"createdAt\":\""
                        + second.member("createdAt") + "\"}");
        assertThat(call("GET", "/api/searches").by(person).send().body())
                .isEqualTo("{\"items\":[" + second.body() + ',' + first.body() + "],\"nextCursor\":null}");
        Reply page = call("GET", "/api/searches?limit=1").by(person).send();
        assertThat(Lists.ids(call("GET", "/api/searches?limit=1&cursor=" + page.member("nextCursor"))
                        .by(person)
                        .send()))
                .containsExactly(first.id());

        Reply gone = call("DELETE", first.header("Location")).by(person).send();
        assertThat(gone.status()).isEqualTo(204);
        assertThat(Lists.ids(call("GET", "/api/searches").by(person).send())).containsExactly(second.id());
    }

    @Test
    void keepsSearchesToTheirFollower() {
        Person person = Person.somebody();
        Person other = Person.somebody();
        String address = follow(person, "{\"q\":\"van\"}").header("Location");

        Reply refused = call("DELETE", address).by(other).send();

        assertThat(refused.status()).isEqualTo(404);
        assertThat(Lists.ids(call("GET", "/api/searches").by(other).send())).isEmpty();
        assertThat(call("GET", "/api/searches").send().status()).isEqualTo(401);
    }

    @Test
    void tellsEveryFieldThatIsWrong() {
        Reply reply = follow(Person.somebody(), "{\"type\":\"boat\",\"minPrice\":5,\"maxPrice\":4,\"sort\":\"price\"}");

        assertThat(reply.body())
                .contains("\"errors\":[{\"field\":\"q\",\"reason\":\"is required\"},"
                        + "{\"field\":\"type\",\"reason\":\"must be one of vehicle, book, room\"},"
                        + "{\"field\":\"maxPrice\",\"reason\":\"must not be below minPrice\"},"
                        + "{\"field\":\"sort\",\"reason\":\"is not a known field\"}]");
        for (String q : List.of("a b c d e f g h i", "x".repeat(201))) {
            assertThat(follow(Person.somebody(), "{\"q\":\"" + q + "\"}").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void followsOnceForARepeatedKey() {
        Person person = Person.somebody();
        Call follow = call("POST", "/api/searches").by(person).key("follow-1").json("{\"q\":\"van\"}");

        assertThat(follow.send().body()).isEqualTo(follow.send().body());
        assertThat(Lists.ids(call("GET", "/api/searches").by(person).send())).hasSize(1);
    }
}
