package com.rentwave.facade.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import reactor.netty.NettyPipeline;

/**
 * Sees to it that a client which is answered before it has sent its whole body gets the answer: a connection that is
 * closed with unread bytes is reset, and the answer may be lost. What still comes is read and dropped, up to a bound in
 * bytes and time. A connection that is to be closed says so first by ending its own direction (a lingering close).
 */
final class DrainsBodies extends ChannelDuplexHandler {

    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LINGER = Duration.ofSeconds(2);

    private int unanswered;
    private boolean bodyOpen;
    private boolean lastIsFinal;
    private long dropped;
    private Future<?> limit;
    private ChannelPromise closing;

    static void addTo(ChannelPipeline pipeline) {
        pipeline.addBefore(NettyPipeline.HttpTrafficHandler, "rentwave.drainsBodies", new DrainsBodies());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest) {
            bodyOpen = true;
            unanswered++;
        }
        if (message instanceof HttpContent content) {
            count(ctx, content);
        }
        if (closing == null) {
            ctx.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    private void count(ChannelHandlerContext ctx, HttpContent content) {
        if (unanswered == 0) {
            dropped += content.content().readableBytes();
        }
        if (content instanceof LastHttpContent) {
            bodyOpen = false;
            stopWaiting();
            if (closing != null) {
                ctx.close(closing);
            }
        } else if (dropped > MOST_BYTES) {
            ctx.close();
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            lastIsFinal = response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
        }
        if (message instanceof LastHttpContent && lastIsFinal) {
            answered(ctx);
        }
        ctx.write(message, promise);
    }

    private void answered(ChannelHandlerContext ctx) {
        unanswered--;
        dropped = 0;
        if (unanswered == 0 && bodyOpen) {
            closeAfter(ctx, LONGEST);
        }
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        Channel channel = ctx.channel();
        if (closing != null || !bodyOpen || !channel.isActive() || !(channel instanceof DuplexChannel duplex)) {
            ctx.close(promise);
            return;
        }
        closing = promise;
        duplex.shutdownOutput();
        closeAfter(ctx, LINGER);
        channel.config().setAutoRead(true);
        ctx.read();
    }

    private void closeAfter(ChannelHandlerContext ctx, Duration patience) {
        stopWaiting();
        limit = ctx.executor()
                .schedule(
                        () -> closing == null ? ctx.close() : ctx.close(closing),
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void stopWaiting() {
        if (limit != null) {
            limit.cancel(false);
            limit = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        stopWaiting();
        if (closing != null) {
            closing.trySuccess();
        }
        ctx.fireChannelInactive();
    }
}
