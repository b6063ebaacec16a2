package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import tools.jackson.databind.JsonNode;

/** HC at the authoring page, signed in, with drafts that the service already has. */
final class Authoring {
    /** One sign-in for all tests: profiles begin with what it left in the browser. */
    private static final Map<LedgerClient, String> SIGNED_IN = new HashMap<>();

    private static final AtomicInteger NEXT_WORKER = new AtomicInteger(970_001);

    private final LedgerClient client;
    private final Browser browser;
    private final List<BrowserContext> profiles = new ArrayList<>();

    Authoring(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    void close() {
        profiles.forEach(BrowserContext::close);
    }

    /** A new profile at the list of drafts. */
    AuthorsPage entered() {
        return AuthorsPage.in(profile(), client.baseUrl());
    }

    /** A new profile at one part of a draft. */
    AuthorsPage opened(String draftId, String part) {
        return at(profile(), draftId, part);
    }

    /** A new tab of a profile. */
    AuthorsPage at(BrowserContext profile, String draftId, String part) {
        return AuthorsPage.at(profile, client.baseUrl(), draftId, part);
    }

    BrowserContext profile() {
        var options = new Browser.NewContextOptions().setLocale("en-GB").setTimezoneId("Europe/Berlin");
        var profile = browser.newContext(options.setStorageState(SIGNED_IN.computeIfAbsent(client, it -> signedIn())));
        profile.setDefaultTimeout(Duration.ofSeconds(20).toMillis());
        profiles.add(profile);
        return profile;
    }

    private String signedIn() {
        try (var profile = browser.newContext()) {
            var page = AuthorsPage.in(profile, client.baseUrl()).signIn("hc");
            assertThat(page.page().locator("draft-picker h1")).isVisible();
            return profile.storageState();
        }
    }

    /** Nobody else has anything to do with him. */
    static String worker() {
        return "worker-" + NEXT_WORKER.getAndIncrement();
    }

    static Map<String, Object> question(int id) {
        return Map.of(
                "id",
                id,
                "text",
                "Question " + id,
                "options",
                List.of(Map.of("id", 1, "text", "yes"), Map.of("id", 2, "text", "no")),
                "correct",
                List.of(1),
                "multiple",
                false,
                "points",
                2);
    }

    static Map<String, Object> complete(String title) {
        return Map.of(
                "title",
                title,
                "opensAt",
                "2026-12-01",
                "durationMinutes",
                30,
                "passPercentage",
                60,
                "questions",
                List.of(question(1)));
    }

    /** A draft that can be read. */
    String draft(Map<String, ?> fields) {
        var saved = hc(Call.post(Paths.DRAFTS, fields));
        var draftId = saved.path("draftId").asString();
        hc(Call.get(Paths.draft(draftId)).atLeast(saved.path("position").asLong()));
        return draftId;
    }

    JsonNode hc(Call call) {
        return client.sendAs("hc", call).successful().json();
    }

    /** A save of nothing says where the log of this draft ends. */
    private long end(String draftId) {
        var nothing = client.sendAs("hc", Call.put(Paths.draft(draftId), Map.of()));
        return nothing.header("X-Log-Position").map(Long::parseLong).orElseThrow();
    }

    JsonNode saved(String draftId) {
        return hc(Call.get(Paths.draft(draftId)).atLeast(end(draftId)));
    }

    void awaitTexts(String draftId, String... texts) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(texts(saved(draftId))).containsExactly(texts));
    }

    static List<String> texts(JsonNode draft) {
        return draft.path("questions")
                .valueStream()
                .map(it -> it.path("text").asString())
                .toList();
    }
}
