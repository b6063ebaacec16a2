package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.TinyExam.answer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.examledger.endtoend.client.AnswerBatch;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.ServiceProcess;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an auditor finds out with the audit page; what is true is what the API and the log say. */
@ExtendWith({SharedService.class, Browsers.class})
class AuditPageIT {
    private final LedgerClient client;
    private final ServiceProcess service;
    private final BrowserContext profile;
    private PastSession past;

    AuditPageIT(LedgerClient client, ServiceProcess service, Browser browser) {
        this.client = client;
        this.service = service;
        this.profile = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
    }

    @BeforeEach
    void a_session_that_was_handed_in() {
        past = PastSession.handedIn(client);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private AuditorsPage opened() {
        return past.shownIn(AuditorsPage.signedIn(profile, service.baseUrl()));
    }

    @Test
    void a_session_is_found_by_its_worker_and_its_exam_and_by_its_id() {
        client.sendAs(
                        "auditor",
                        Call.get(Paths.BASE + "/audit/sessions?sessionId=" + past.id())
                                .atLeast(past.last().position()))
                .successful();
        var page = AuditorsPage.signedIn(profile, service.baseUrl());

        page.field("Exam (part of its title, or its id)").fill("TINY");
        page.search("Worker id", past.session().workerId());
        assertThat(page.found()).hasCount(1);
        assertThat(page.found()).containsText("Tiny exam");
        page.found().getByRole(AriaRole.LINK).click();
        page.seesStateAfter(past.last().sequence());
        page.page().goBack();
        assertThat(page.found()).hasCount(1);
        page.search("Worker id", "nobody-at-all");
        page.sees("Nothing was found.");
        page.search("Or: session id", "not-an-id");
        page.sees("This is no session id.");
        page.search("Or: session id", past.id());
        page.seesStateAfter(past.last().sequence());

        page.goTo("?session=" + UUID.randomUUID());
        page.sees("No such session");
        // What the browser itself says of the reply 404 to the last one.
        assertThat(page.complaints()).allMatch(it -> it.contains("404"));
    }

    @Test
    void the_list_tells_changes_staff_and_silence_and_hides_what_is_not_wanted() {
        var silence = """
                {"kind":"SILENCE","at":"2026-05-04T08:00:10.000Z","until":"2026-05-04T08:01:50.000Z","seconds":100},""";
        profile.route("**/timeline", route -> {
            var reply = route.fetch();
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(reply)
                    .setBody(reply.text().replaceFirst("\\{\"kind\":\"ANSWER\"", silence + "{\"kind\":\"ANSWER\"")));
        });
        var page = opened();

        assertThat(page.facts()).hasCount((int) past.last().sequence() + 2);
        assertThat(page.fact(5)).containsText("Question 1 changed to “option 2 of 11”, before “option 1 of 11”");
        assertThat(page.fact(6)).containsText("5 min more: fire alarm");
        assertThat(page.fact(8)).containsText("Handed in");
        assertThat(page.page().locator("facts-list .silence")).containsText("Silence of 1 min 40 s");
        var event = past.audited("events").get(5);
        page.fact(5).locator("summary").click();
        assertThat(page.fact(5))
                .containsText(
                        "position " + String.format("%,d", event.get("position").asLong()));
        assertThat(page.fact(5)).containsText(event.get("hash").asString());
        assertThat(page.fact(6)).containsText("HC");

        for (var kind : List.of("Answers", "Changed answers", "Pages", "Signs of life", "Silence", "Staff", "End")) {
            page.page()
                    .locator(".kinds button")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + kind + " \\d")))
                    .click();
        }
        assertThat(page.facts()).hasCount(1);
        assertThat(page.facts()).containsText("fire alarm");
    }

    @Test
    void a_session_of_thousands_of_facts_is_shown_piece_by_piece() {
        var other = TinyExam.locked(client, 1);
        var epoch = other.start().epoch();
        for (var first = 1L; first < 1_500; first += 500) {
            var answers = LongStream.range(first, first + 500)
                    .mapToObj(seq -> answer(epoch, seq, 12, (int) (1 + seq % 4)).withoutEpoch())
                    .toList();
            past = new PastSession(
                    other.session(),
                    other.session().answers(new AnswerBatch(epoch, answers)).as(Receipt.class));
        }
        var page = opened();

        page.sees("This session is still running.");
        assertThat(page.facts()).hasCount(102);
        page.slideTo(300);
        assertThat(page.fact(300)).hasAttribute("aria-current", "true");
        assertThat(page.facts()).hasCount(200);
        page.seesStateAfter(300);
        page.button("Next").click();
        assertThat(page.fact(400)).isVisible();
        past.session().answer(answer(epoch, 1_501, 11, 2)).successful();
        page.button("Load what came since").click();
        assertThat(page.page().locator(".by-fact")).containsText("of 1,502");
    }

    @Test
    void somebody_who_was_erased_is_an_opaque_id_and_every_read_is_put_down() {
        client.sendAs(
                        "admin",
                        Call.delete(Paths.BASE + "/people/" + past.session().workerId()))
                .successful();
        var page = opened();

        page.sees("This person was erased from the directory.");
        var person = past.audited("events").get(0).get("payload").get("person").asString();
        assertThat(page.page().locator("h1")).hasText("Erased person " + person.substring(0, 8) + "…");
        page.button("Everything this person did").click();
        page.sees("That is all: 7.");
        var reads = new HashSet<String>();
        client.sendAs("admin", Call.get(Paths.BASE + "/audit-reads?sessionId=" + past.id()))
                .successful()
                .json()
                .forEach(read -> reads.add(read.get("route").asString()));
        assertThat(reads)
                .contains("/api/v1/audit/sessions/{sessionId}/timeline", "/api/v1/audit/sessions/{sessionId}/export");
    }

    @Test
    void who_is_signed_out_in_the_middle_signs_in_and_goes_on_and_hc_is_not_let_in() {
        var page = opened();
        profile.clearCookies();
        page.slideTo(4);
        page.sees("Your sign-in has expired.");
        page.signIn("auditor");
        page.seesStateAfter(4);

        var other = profile.browser().newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        try (other) {
            var hc = AuditorsPage.in(other, service.baseUrl());
            hc.signIn("hc");
            hc.sees("This page is not for you");
        }
    }

    @Test
    void without_a_connection_the_page_says_so_and_goes_on_when_it_is_back() {
        var page = opened();
        profile.setOffline(true);
        page.slideTo(4);
        page.sees("The exam service cannot be reached.");

        profile.setOffline(false);
        page.page().locator("past-state").getByText("Try again").click();
        page.seesStateAfter(4);
        assertThat(page.answersShown()).isEqualTo(Map.of("11", List.of(1), "12", List.of(3)));
    }
}
