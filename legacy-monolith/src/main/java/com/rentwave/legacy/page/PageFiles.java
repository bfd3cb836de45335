package com.rentwave.legacy.page;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Everything the pages are made of, read once. The files' addresses carry a digest of all of them, so that a browser may
 * keep them for ever and never mixes two builds; the document names that digest and is asked for each time.
 *
 * @param build the digest
 * @param document the document of every page
 * @param files by their names below {@code /assets/}
 */
record PageFiles(String build, PageFile document, Map<String, PageFile> files) {

    private static final String ASSETS = "/assets/";
    private static final String LIBRARY = "META-INF/resources/webjars/lit-html/";
    private static final String LIBRARY_BUILD = "META-INF/maven/org.webjars.npm/lit-html/pom.properties";
    private static final List<String> MODULES = List.of(
            "lit-html.js",
            "directive.js",
            "directive-helpers.js",
            "directives/if-defined.js",
            "directives/keyed.js",
            "directives/repeat.js");
    private static final String PLACEHOLDER = "/assets/~build/";
    private static final int DIGITS = 12;

    static PageFiles of(ServletContext deployed) throws IOException {
        Map<String, PageFile> files = new TreeMap<>();
        collect(deployed, ASSETS, files);
        library(files);
        byte[] document = bytes(deployed.getResourceAsStream("/index.html"));
        String build = digest(files, document);
        String text = new String(document, StandardCharsets.UTF_8).replace(PLACEHOLDER, ASSETS + '~' + build + '/');
        return new PageFiles(build, PageFile.of("index.html", text.getBytes(StandardCharsets.UTF_8)), files);
    }

    Optional<PageFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static void collect(ServletContext deployed, String folder, Map<String, PageFile> files)
            throws IOException {
        for (String path : deployed.getResourcePaths(folder)) {
            if (path.endsWith("/")) {
                collect(deployed, path, files);
            } else {
                String name = path.substring(ASSETS.length());
                files.put(name, PageFile.of(name, bytes(deployed.getResourceAsStream(path))));
            }
        }
    }

    /** Its folder carries its version, which only the library itself knows. */
    private static void library(Map<String, PageFile> files) throws IOException {
        ClassLoader loader = PageFiles.class.getClassLoader();
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(bytes(loader.getResourceAsStream(LIBRARY_BUILD))));
        String folder = LIBRARY + properties.getProperty("version") + '/';
        for (String module : MODULES) {
            String name = "lib/" + module;
            files.put(name, PageFile.of(name, bytes(loader.getResourceAsStream(folder + module))));
        }
    }

    private static byte[] bytes(InputStream resource) throws IOException {
        try (InputStream in = resource) {
            return in.readAllBytes();
        }
    }

    private static String digest(Map<String, PageFile> files, byte[] document) {
        MessageDigest digest = Digests.sha256();
        digest.update(document);
        files.forEach((name, file) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(file.plain());
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
}
