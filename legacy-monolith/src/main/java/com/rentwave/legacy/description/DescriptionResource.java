package com.rentwave.legacy.description;

import com.rentwave.legacy.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The API's description as JSON, and a page that shows it. The page holds no data and needs nothing from elsewhere. */
@Path("/")
@ApplicationScoped
public class DescriptionResource {

    private static final String JSON = "/com/rentwave/openapi/openapi.json";
    private static final String HTML = "text/html;charset=utf-8";
    private static final Map<String, String> FILES =
            Map.of("docs.css", "text/css;charset=utf-8", "docs.js", "text/javascript;charset=utf-8");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @GET
    @Path("openapi.json")
    public Response description() {
        return file(JSON, "application/json").build();
    }

    @GET
    @Path("docs")
    public Response page() {
        return file("docs.html", HTML)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    @GET
    @Path("docs/{file}")
    public Response pageFile(@PathParam("file") String name) {
        if (!FILES.containsKey(name)) {
            throw Refusal.noSuchAddress();
        }
        return file(name, FILES.get(name)).build();
    }

    private static Response.ResponseBuilder file(String name, String type) {
        try (InputStream in = DescriptionResource.class.getResourceAsStream(name)) {
            return Response.ok(in.readAllBytes())
                    .header("Content-Type", type)
                    .header("X-Content-Type-Options", "nosniff");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
