package com.rentwave.facade.backend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.facade.api.SomeApis;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HttpBackendsTest {

    @Test
    void tellsWhichProviderIsNotThere() {
        Backends backends = new HttpBackends(HttpClient.newHttpClient(), SomeApis.moving("vehicles"), new JsonMapper());

        assertThatThrownBy(() -> backends.build("vehicles", Side.SERVICE))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("vehicles-service is not there: nobody answers at " + SomeApis.NOBODY);
    }
}
