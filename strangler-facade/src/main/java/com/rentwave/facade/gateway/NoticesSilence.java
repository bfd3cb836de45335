package com.rentwave.facade.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection to a backend that has begun an answer and falls silent before its end: its client would wait for ever,
 * and keep a place from others. Nobody is blamed for a client that reads slowly, and streams of events may be silent.
 */
final class NoticesSilence extends IdleStateHandler {

    private static final String STREAM = "text/event-stream";

    private boolean answering;
    private boolean silentBefore;

    /** @param patience a silence of that time is borne, and none of one and a half times of it */
    NoticesSilence(Duration patience) {
        super(patience.toMillis() / 2, 0, 0, TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        silentBefore = false;
        if (message instanceof HttpResponse answer) {
            answering = answer.status().codeClass() != HttpStatusClass.INFORMATIONAL && !isStream(answer);
        }
        if (message instanceof LastHttpContent) {
            answering = false;
        }
        super.channelRead(ctx, message);
    }

    private static boolean isStream(HttpResponse answer) {
        String type = answer.headers().get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.startsWith(STREAM);
    }

    /** Looks twice in the time: a client that has just begun to read on was not waiting all of it. */
    @Override
    protected void channelIdle(ChannelHandlerContext ctx, IdleStateEvent event) {
        boolean awaited = answering && ctx.channel().config().isAutoRead();
        if (awaited && silentBefore) {
            answering = false;
            ctx.fireExceptionCaught(new IOException("the rest of the answer did not come in time"));
            ctx.close();
        }
        silentBefore = awaited;
    }
}
