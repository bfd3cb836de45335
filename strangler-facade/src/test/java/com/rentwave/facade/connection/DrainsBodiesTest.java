package com.rentwave.facade.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrainsBodiesTest {

    private final EmbeddedChannel channel = new EmbeddedChannel(new DrainsBodies());

    @BeforeEach
    void begin() {
        channel.freezeTime();
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.PUT, "/"));
    }

    @AfterEach
    void end() {
        channel.finishAndReleaseAll();
    }

    private void answer(HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER));
    }

    private void pass(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void waitsATimeForTheRestOfABodyThatIsAnswered() {
        answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);

        pass(9);
        assertThat(channel.isActive()).isTrue();
        pass(2);
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void keepsTheConnectionWhenTheRestComesInTime() {
        answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[1000])));
        channel.writeInbound(new DefaultLastHttpContent());

        pass(60);
        assertThat(channel.isActive()).isTrue();
    }

    @Test
    void readsABoundedRestOfABodyThatIsAnswered() {
        answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);

        for (int i = 0; i < 64; i++) {
            channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[1024 * 1024])));
        }
        assertThat(channel.isActive()).isTrue();
        channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[1])));
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void doesNotTakeTheCallForABodyForItsAnswer() {
        answer(HttpResponseStatus.CONTINUE);

        pass(60);
        assertThat(channel.isActive()).isTrue();
    }
}
