package com.rentwave.facade.console;

import com.rentwave.facade.connection.ServerConnections;
import com.rentwave.facade.session.TrustedProxies;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The console's own HTTP server. Its routes are no beans, so that the public port cannot serve them. */
@Component
class ConsoleServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);

    private final ConsoleSettings settings;
    private final TrustedProxies proxies;
    private final RouterFunction<ServerResponse> routes;
    private volatile DisposableServer server;

    ConsoleServer(
            ConsoleSettings settings,
            TrustedProxies proxies,
            Admission admission,
            ConsolePages pages,
            SessionApi sessions,
            MigrationApi migration,
            ContractApi contracts,
            ShadowApi shadow,
            CanaryApi canary,
            RampApi ramp,
            CertificateApi certificates,
            TrafficApi traffic,
            DataApi data) {
        this.settings = settings;
        this.proxies = proxies;
        RouterFunction<ServerResponse> guarded = migration
                .routes()
                .and(contracts.routes())
                .and(shadow.routes())
                .and(canary.routes())
                .and(ramp.routes())
                .and(certificates.routes())
                .and(traffic.routes())
                .and(data.routes())
                .filter(admission::admit);
        this.routes = pages.routes().and(sessions.routes()).and(guarded).filter(ConsoleServer::problems);
    }

    /** The port it listens on. */
    int port() {
        return server.port();
    }

    @Override
    public void start() {
        server = ServerConnections.readToTheEnd(HttpServer.create())
                .host(settings.address())
                .port(settings.port())
                .idleTimeout(Duration.ofSeconds(75))
                .handle(new ReactorHttpHandlerAdapter(handler()))
                .bindNow();
        LOG.info("the console listens on {}:{}", settings.address(), server.port());
    }

    private HttpHandler handler() {
        return WebHttpHandlerBuilder.webHandler(RouterFunctions.toWebHandler(routes.andOther(nothing())))
                .forwardedHeaderTransformer(proxies)
                .build();
    }

    @Override
    public void stop() {
        DisposableServer stopped = server;
        server = null;
        if (stopped != null) {
            stopped.disposeNow(Duration.ofSeconds(2));
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    private static Mono<ServerResponse> problems(ServerRequest request, HandlerFunction<ServerResponse> next) {
        return next.handle(request).onErrorResume(error -> Answers.problem(request, error));
    }

    private static RouterFunction<ServerResponse> nothing() {
        return RouterFunctions.route(
                request -> true,
                request -> Answers.problem(request, ConsoleProblem.notFound("There is nothing at this address.")));
    }
}
