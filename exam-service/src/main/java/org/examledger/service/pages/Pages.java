package org.examledger.service.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** The pages there are, and what a browser may run in them. */
public final class Pages {
    static final List<String> ALL = List.of("exam", "monitor", "authoring", "audit");

    private static final String FRONT_DOOR = "index.html";

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private Pages() {}

    /**
     * The one script that stands in the pages themselves and not in a file: the map that says where modules are.
     *
     * @return its source expression for a Content-Security-Policy, {@code 'sha256-…'} (CSP 3)
     * @throws IllegalStateException when the pages do not all have the same map
     */
    public static String importMap() {
        var maps = Stream.concat(Stream.of(FRONT_DOOR), ALL.stream().map(page -> page + "/index.html"))
                .map(Pages::importMapOf)
                .distinct()
                .toList();
        if (maps.size() != 1) {
            throw new IllegalStateException("pages have different import maps");
        }
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256(maps.getFirst())) + "'";
    }

    private static String importMapOf(String page) {
        var resource = new ClassPathResource("static/" + page);
        try {
            var map = IMPORT_MAP.matcher(resource.getContentAsString(StandardCharsets.UTF_8));
            if (!map.find()) {
                throw new IllegalStateException(page + " has no import map");
            }
            return map.group(1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
