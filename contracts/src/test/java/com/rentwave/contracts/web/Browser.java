package com.rentwave.contracts.web;

import au.com.dius.pact.consumer.MockServer;
import com.rentwave.contracts.ApiForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The pages' own modules, run as they are delivered, in a browser that draws nothing: whoever tests a contract presses
 * buttons and reads texts, and the modules make the requests. Time stands still but for {@link #wait(int)}.
 */
final class Browser implements AfterEachCallback {

    private static final Path PAGES = Path.of("..", "legacy-monolith", "src", "main", "webapp", "assets");
    private static final String RESOURCES = "/com/rentwave/contracts/browser/";
    private static final Engine ENGINE = Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    private static final Path MODULES = delivered();

    private final Wire wire;
    private boolean known;
    private Context context;

    /** @param paths addresses of the API that the contract is about */
    Browser(String... paths) {
        wire = new Wire(paths);
    }

    /** Somebody is signed in at the provider of the contract. */
    Browser signedIn(MockServer server) {
        return signedIn(server, Words.TOKEN);
    }

    /** The sign-in behind the cookie is this token; null when it has ended, which the pages do not know yet. */
    Browser signedIn(MockServer server, String token) {
        wire.connect(server.getUrl(), token);
        known = true;
        return this;
    }

    /** Somebody is signed in, and all that is asked for is what other contracts are about. */
    Browser signedIn() {
        known = true;
        return this;
    }

    Browser nobody(MockServer server) {
        wire.connect(server.getUrl(), null);
        return this;
    }

    /** What the browser is told about something that other interactions are about. */
    Browser elsewhere(String path, String json) {
        wire.answer(path, 200, ApiForms.ETAG, json);
        return this;
    }

    /** The same, but the answer has no tag. */
    Browser elsewhereWithoutTag(String path, String json) {
        wire.answer(path, 200, null, json);
        return this;
    }

    /** What a change is answered that other interactions are about. */
    Browser elsewhereAfterwards(String path, String json) {
        wire.answer("POST " + path, 200, null, json);
        return this;
    }

    /** A look that is refused because nobody is signed in. */
    Browser refused(String path) {
        wire.answer(path, 401, null, Wire.NOBODY);
        return this;
    }

    /** The next change does not get through. */
    Browser losesOne() {
        wire.lose();
        return this;
    }

    /** What other interactions are about, and the page can do without. */
    Browser without(String path) {
        wire.answer(path, 404, null, Wire.NOTHING);
        return this;
    }

    /** The browser's cache has an answer already. */
    Browser hasSeen(String path, String etag, String json) {
        wire.keep(path, etag, json);
        return this;
    }

    /** Goes to an address, as from a bookmark. */
    Browser open(String address) {
        context = Context.newBuilder("js")
                .engine(ENGINE)
                .allowIO(IOAccess.ALL)
                .option("js.esm-eval-returns-exports", "true")
                .build();
        js().putMember("host", wire);
        eval("browser.js");
        eval("document.js");
        String[] parts = address.split("\\?", 2);
        context.eval("js", "(path, search) => Object.assign(location, { pathname: path, search })")
                .execute(parts[0], parts.length == 1 ? "" : '?' + parts[1]);
        if (known) {
            js().getMember("localStorage").invokeMember("setItem", "rentwave.user", Wire.USER);
        }
        try {
            context.eval(Source.newBuilder("js", MODULES.resolve("app.js").toFile())
                    .mimeType("application/javascript+module")
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settle();
    }

    /** Types into a field, or ticks these of the boxes with its name. */
    Browser type(String field, String... values) {
        person().invokeMember(
                        "type",
                        Stream.concat(Stream.of(field), Arrays.stream(values)).toArray());
        return this;
    }

    /** Presses the button or the link whose words begin like this. */
    Browser press(String label) {
        person().invokeMember("press", label);
        return settle();
    }

    /** Chooses in a field that acts at once. */
    Browser choose(String id, String value) {
        person().invokeMember("choose", id, value);
        return settle();
    }

    Browser check(String label) {
        person().invokeMember("check", label);
        return settle();
    }

    /** Lets time go by. */
    Browser wait(int millis) {
        js().getMember("tasks").invokeMember("pass", millis);
        return settle();
    }

    /** All that can be read. */
    String reads() {
        return person().invokeMember("reads").asString();
    }

    /** What is read out of symbols. */
    List<String> labels() {
        return person().invokeMember("labels").as(new TypeLiteral<List<String>>() {});
    }

    /** Lets the browser open the streams that the pages have asked for. */
    Browser streams() {
        js().getMember("EventSource").invokeMember("connect");
        return settle();
    }

    /** A notification comes by the stream. */
    Browser hears(String notification) {
        js().getMember("EventSource").invokeMember("bring", "notification", notification);
        return settle();
    }

    String address() {
        return context.eval("js", "location.pathname + location.search").asString();
    }

    private Browser settle() {
        while (js().getMember("tasks").invokeMember("next").asBoolean()) {
            wire.check();
        }
        wire.check();
        return this;
    }

    private Value person() {
        return js().getMember("person");
    }

    private Value js() {
        return context.getBindings("js");
    }

    private void eval(String resource) {
        try (var in = Browser.class.getResourceAsStream(RESOURCES + resource)) {
            context.eval(Source.newBuilder("js", new String(in.readAllBytes(), StandardCharsets.UTF_8), resource)
                    .buildLiteral());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (context != null) {
            context.close();
        }
    }

    /** The modules as the monolith delivers them, with a stand-in for the library that draws. */
    private static Path delivered() {
        Path folder = Path.of("target", "pages").toAbsolutePath();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
                copy(Files.readAllBytes(file), folder.resolve(PAGES.relativize(file)));
            }
            for (String name :
                    new String[] {"lit-html", "directives/repeat", "directives/keyed", "directives/if-defined"}) {
                try (var in = Browser.class.getResourceAsStream(RESOURCES + "lib/" + name + ".js")) {
                    copy(in.readAllBytes(), folder.resolve("lib").resolve(name + ".js"));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(byte[] content, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.write(to, content);
    }
}
