package org.examledger.query.world;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Asks the query API as somebody; always at least as new as the log's head, unless the path says otherwise. */
public final class Browser {
    private final MockMvcTester mvc;
    private final TestLog log;

    Browser(MockMvcTester mvc, TestLog log) {
        this.mvc = mvc;
        this.log = log;
    }

    public MvcTestResult get(String caller, String path) {
        var separator = path.contains("?") ? '&' : '?';
        return exactly(caller, path + separator + "atLeast=" + log.head());
    }

    /** The path as it is. */
    public MvcTestResult exactly(String caller, String path) {
        return mvc.get().uri("/api/v1" + path).header("X-Actor", caller).exchange();
    }

    /** A reply that is still being written. */
    public MvcTestResult open(String caller, String path) {
        return mvc.get()
                .uri("/api/v1" + path + "?atLeast=" + log.head())
                .header("X-Actor", caller)
                .asyncExchange();
    }

    /** A question that needs a body. */
    public MvcTestResult post(String caller, String path, String json) {
        var separator = path.contains("?") ? '&' : '?';
        return mvc.post()
                .uri("/api/v1" + path + separator + "atLeast=" + log.head())
                .header("X-Actor", caller)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    public MvcTestResult again(String caller, String path, String tag) {
        return mvc.get()
                .uri("/api/v1" + path)
                .header("X-Actor", caller)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange();
    }

    public static String tagOf(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader(HttpHeaders.ETAG), "a reply without a tag");
    }

    public static String textOf(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
