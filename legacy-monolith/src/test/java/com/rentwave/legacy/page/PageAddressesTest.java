package com.rentwave.legacy.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressesTest {

    private static final Path ROUTES = Path.of("src", "main", "webapp", "assets", "core", "routes.js");
    private static final Pattern ROUTE = Pattern.compile("route\\(['`](/[^'`]*)['`],");

    @Test
    void theServerKnowsEveryAddressThatThePagesKnow() throws IOException {
        List<String> addresses = ROUTE.matcher(Files.readString(ROUTES))
                .results()
                .map(route -> route.group(1))
                .map(path -> path.replace("${ID}", "5").replace("${ISBN}", "9780441013593"))
                .toList();

        assertThat(addresses).hasSizeGreaterThan(20).allMatch(PageAddresses::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/index.html",
                "/WEB-INF/web.xml",
                "/vehicles/0",
                "/vehicles/5/",
                "/rentals/x",
                "/api",
                "/books"
            })
    void anythingElseIsNoPage(String address) {
        assertThat(PageAddresses.contains(address)).isFalse();
    }
}
