package com.rentwave.workload.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The system's nginx as a reverse proxy that keeps its connections to the backend. */
final class Nginx {

    private Nginx() {}

    static Helper start(Path program, Path folder, int port, URI backend) throws IOException, InterruptedException {
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, """
                worker_processes auto;
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  keepalive_requests 100000000;
                  upstream backend { server %2$s; keepalive 256; keepalive_requests 100000000; }
                  server {
                    listen 127.0.0.1:%3$d;
                    location / { proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection ""; }
                  }
                }
                """.formatted(folder, backend.getAuthority(), port));
        List<String> command = List.of(program.toString(), "-p", folder.toString(), "-c", configuration.toString());
        return Helper.start(command, folder.resolve("nginx.log"), port);
    }
}
