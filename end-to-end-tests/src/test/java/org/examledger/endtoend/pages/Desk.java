package org.examledger.endtoend.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.client.SessionResult;
import org.examledger.endtoend.http.TinyExam;

/** What a test of the exam page works with: an exam of its own, browser profiles, and what the log holds in the end. */
final class Desk implements AutoCloseable {
    private static final Set<String> CLICKS = Set.of("AnswerSelected", "AnswerSuperseded", "PageChanged");

    private final LedgerClient client;
    private final Browser browser;
    private final TinyExam exam;
    private final List<BrowserContext> profiles = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Desk(LedgerClient client, Browser browser, TinyExam exam) {
        this.client = client;
        this.browser = browser;
        this.exam = exam;
    }

    static Desk with(LedgerClient client, Browser browser) {
        return new Desk(client, browser, TinyExam.locked(client, 1));
    }

    /** @param more what the exam's draft has besides */
    static Desk with(LedgerClient client, Browser browser, Map<String, Object> more) {
        return new Desk(client, browser, TinyExam.lockedWith(client, more));
    }

    TinyExam exam() {
        return exam;
    }

    /** The exam page, signed in, at the first question. */
    WorkersPage begun() {
        return begun(profile());
    }

    WorkersPage begun(BrowserContext profile) {
        return WorkersPage.signedIn(profile, exam.session()).start();
    }

    /** A browser of its own, as far as pages can tell. */
    BrowserContext profile() {
        return kept(browser.newContext(new Browser.NewContextOptions().setLocale("en-GB")));
    }

    /** A profile whose clocks the test moves. */
    BrowserContext profileWithClock() {
        var profile = profile();
        profile.clock().install();
        return profile;
    }

    BrowserContext kept(BrowserContext profile) {
        profile.setDefaultTimeout(Duration.ofSeconds(20).toMillis());
        profile.onConsoleMessage(message -> {
            // Requests that a test cuts are no fault of the page.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        profile.onWebError(error -> complaints.add(error.error()));
        profiles.add(profile);
        return profile;
    }

    void hc(String command, Map<String, Object> body) {
        client.sendAs(
                        "hc",
                        Call.post("/api/v1/sessions/" + exam.session().sessionId() + "/" + command, body)
                                .withKey(UUID.randomUUID()))
                .successful();
    }

    Map<String, List<Integer>> answersInTheLog() {
        return Objects.requireNonNull(resumed().answers());
    }

    /** Every answer and every turned page that the log holds, in the order in which the person's page counted them. */
    List<String> clicksInTheLog() {
        return trail().stream()
                .filter(it -> CLICKS.contains(it.type()))
                .sorted(Comparator.comparingLong(
                                (AuditedEvent it) -> it.payload().path("epoch").asLong())
                        .thenComparingLong(it -> it.payload().path("clientSeq").asLong()))
                .map(it -> it.payload().has("questionId")
                        ? it.payload().path("questionId").asInt() + "="
                                + it.payload().path("optionIds")
                        : "page " + it.payload().path("pageIndex").asInt())
                .toList();
    }

    ResumeState resumed() {
        return exam.session().read("resume", trail().getLast().position()).as(ResumeState.class);
    }

    SessionResult result() {
        return exam.session().read("result", trail().getLast().position()).as(SessionResult.class);
    }

    List<AuditedEvent> trail() {
        return new AuditTrail(client).of(exam.session().sessionId(), exam.position());
    }

    List<String> factsInTheLog() {
        return trail().stream().map(AuditedEvent::type).toList();
    }

    /** Whatever happened, the page had nothing to complain about. */
    @Override
    public void close() {
        profiles.forEach(BrowserContext::close);
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }
}
