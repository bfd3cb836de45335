package com.rentwave.facade.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.ChannelOperations;

/**
 * Keeps a connection reading. A client may send its next request a moment before the server has noticed that it is done
 * with the one before. The server's traffic handler then queues what arrives, and while it hands that on it swallows the
 * request's wish to read more, or forgets to read on when the queued request is answered at once: the connection would
 * stand still until somebody's patience ends. Sits on both sides of the traffic handler: where a
 * read is due and none gets past it, there is one as soon as the queue is handed on.
 */
final class KeepsReading extends ChannelDuplexHandler {

    private final Passed passed;
    private boolean looking;

    private KeepsReading(Passed passed) {
        this.passed = passed;
    }

    static void addTo(ChannelPipeline pipeline) {
        Passed passed = new Passed();
        pipeline.addBefore(NettyPipeline.HttpTrafficHandler, "rentwave.passedReads", passed);
        pipeline.addAfter(NettyPipeline.HttpTrafficHandler, "rentwave.keepsReading", new KeepsReading(passed));
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        passed.read = false;
        ctx.read();
        lookLater(ctx);
    }

    /** The end of a request comes as an event: the traffic handler has read on by now, or has something queued. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        ctx.fireUserEventTriggered(event);
        lookLater(ctx);
    }

    private void lookLater(ChannelHandlerContext ctx) {
        if (!passed.read && !looking) {
            looking = true;
            ctx.executor().execute(() -> look(ctx));
        }
    }

    /** By now the queue is handed on. A running request that does not want more for a while says so. */
    private void look(ChannelHandlerContext ctx) {
        looking = false;
        boolean wanted = ctx.channel().config().isAutoRead() || ChannelOperations.get(ctx.channel()) == null;
        if (wanted && ctx.channel().isActive()) {
            ctx.read();
        }
    }

    /** Notices whether a read gets past the traffic handler, or is asked for by it. */
    private static final class Passed extends ChannelDuplexHandler {

        private boolean read;

        @Override
        public void read(ChannelHandlerContext ctx) {
            read = true;
            ctx.read();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            read = false;
            ctx.fireUserEventTriggered(event);
        }
    }
}
