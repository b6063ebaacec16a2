package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.client.SessionResult;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a worker lives through with the exam page; what counts in the end is what the log holds. */
@ExtendWith({SharedService.class, Browsers.class})
class ExamPageIT {
    private final LedgerClient client;
    private final Browser browser;
    private final List<BrowserContext> profiles = new ArrayList<>();
    private TinyExam exam;

    ExamPageIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    @BeforeEach
    void lock() {
        exam = TinyExam.locked(client, 1);
    }

    @AfterEach
    void closeProfiles() {
        profiles.forEach(BrowserContext::close);
    }

    @Test
    void a_whole_exam_is_taken_by_mouse() {
        var page = begun();

        page.choose(11, 2).turnTo(2).choose(12, 3).turnTo(3).choose(13, 1).choose(13, 4);
        page.seesSaved(13);
        page.review();
        page.sees("Every question is answered.");
        page.button("Hand in").click();

        page.sees("Passed");
        assertThat(result().score()).isEqualByComparingTo("35");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void a_whole_exam_is_taken_by_keyboard() {
        var page = WorkersPage.in(profile(), exam.session());
        var keys = page.page().keyboard();
        page.page().getByLabel("User name").focus();
        keys.type(exam.session().workerId());
        keys.press("Tab");
        keys.type("demo");
        keys.press("Enter");
        page.sees("Tiny exam");
        tabTo(page, page.page().locator("my-exams button.main"));
        keys.press("Enter");
        page.seesQuestion(11);
        tabTo(page, page.option(11, 1));
        keys.press("ArrowDown");
        assertThat(page.option(11, 2)).isChecked();
        tabTo(page, page.button("Next"));
        keys.press("Enter");
        page.seesQuestion(12);
        tabTo(page, page.option(12, 1));
        keys.press("Space");
        page.seesSaved(12);
        tabTo(page, page.button("Review and hand in"));
        keys.press("Enter");
        page.sees("Unanswered: 1");
        tabTo(page, page.button("Hand in"));
        keys.press("Enter");

        page.seesEnd("Handed in");
        assertThat(answersInTheLog()).containsEntry("11", List.of(2)).containsEntry("12", List.of(1));
    }

    @Test
    void what_is_clicked_while_the_network_is_cut_arrives_in_the_order_of_the_clicks() {
        var page = begun();
        page.choose(11, 1);
        page.seesSaved(11);

        page.page().context().setOffline(true);
        page.choose(11, 2).turnTo(2).choose(12, 4).choose(12, 3).turnTo(3).choose(13, 4);
        page.sees("No connection. Your answers are kept on this device (3 not sent)");
        page.turnTo(1);
        page.page().context().setOffline(false);

        page.seesSaved(11);
        page.sees("All answers are saved.");
        assertThat(answersInTheLog()).isEqualTo(Map.of("11", List.of(2), "12", List.of(3), "13", List.of(4)));
        assertThat(resumed().pageIndex()).isZero();
        // The click that was overtaken on this device is remembered too (R3).
        assertThat(trail()).anySatisfy(it -> {
            assertThat(it.type()).isEqualTo("AnswerSuperseded");
            assertThat(it.payload().path("optionIds").toString()).isEqualTo("[4]");
        });
    }

    @Test
    void a_reload_with_unsent_answers_loses_none() {
        var page = begun();
        cutCommands(page);
        page.choose(11, 3);
        page.sees("No connection");
        page.page().unroute("**/api/v1/sessions/**");

        page.page().reload();

        page.seesSaved(11);
        assertThat(page.option(11, 3)).isChecked();
        assertThat(answersInTheLog()).containsEntry("11", List.of(3));
    }

    @Test
    void of_three_quick_clicks_on_a_slow_network_the_last_one_counts() {
        var page = begun();
        page.page().route("**/answers*", route -> {
            page.page().waitForTimeout(300);
            route.resume();
        });

        page.choose(11, 1).choose(11, 2).choose(11, 1);

        page.seesSaved(11);
        await().untilAsserted(() -> assertThat(answersInTheLog()).containsEntry("11", List.of(1)));
        assertThat(page.option(11, 1)).isChecked();
    }

    @Test
    void a_lost_reply_is_asked_for_again_and_stored_once() {
        var page = begun();
        var lost = new AtomicInteger();
        page.page().route("**/answers*", route -> {
            if (lost.getAndIncrement() == 0) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });

        page.choose(11, 2);

        page.seesSaved(11);
        assertThat(trail().stream().filter(it -> it.type().equals("AnswerSelected")))
                .hasSize(1);
    }

    @Test
    void of_two_tabs_of_one_browser_one_leads_and_the_other_says_so() {
        var profile = profile();
        var first = WorkersPage.signedIn(profile, exam.session()).start();
        var second = WorkersPage.in(profile, exam.session());
        second.button("Go on Tiny exam").click();
        second.sees("Open in another tab");

        second.button("Use it here").click();

        second.seesQuestion(11);
        first.sees("Open in another tab");
        second.choose(11, 4);
        second.seesSaved(11);
        assertThat(answersInTheLog()).containsEntry("11", List.of(4));
    }

    @Test
    void the_older_of_two_devices_says_that_it_was_taken_over_and_stops() {
        var phone = begun();
        phone.choose(11, 1);
        phone.seesSaved(11);
        var desk = WorkersPage.signedIn(profile(), exam.session());
        desk.button("Go on Tiny exam").click();
        desk.seesQuestion(11);
        assertThat(desk.option(11, 1)).isChecked();

        phone.choose(11, 3);

        phone.sees("Open on another device");
        desk.choose(11, 2);
        desk.seesSaved(11);
        assertThat(answersInTheLog()).containsEntry("11", List.of(2));
    }

    @Test
    void hc_gives_more_time_and_closes_while_the_worker_works() {
        var page = begun();
        hc("extend", Map.of("seconds", 3600, "reason", "fire drill"));
        page.choose(11, 2);
        assertThat(page.page().locator(".timer .digits")).containsText("1:44:");

        hc("close", Map.of("reason", "room is needed", "scoring", "FROM_ANSWERS"));
        page.choose(11, 3);

        page.seesEnd("Your exam was closed");
        assertThat(trail()).extracting(AuditedEvent::type).contains("ExamClosed", "LateAnswerReceived");
    }

    @Test
    void the_time_that_is_left_does_not_depend_on_the_devices_clock() {
        var profile = profile();
        profile.addInitScript("const wrong = Date.now.bind(Date); Date.now = () => wrong() + 7 * 3600 * 1000;");

        var page = WorkersPage.signedIn(profile, exam.session()).start();

        assertThat(page.page().locator(".timer .digits")).containsText("44:");
    }

    @Test
    void who_has_to_sign_in_again_in_the_middle_goes_on_where_he_was() {
        var page = begun();
        page.page().context().clearCookies();

        page.choose(11, 2);
        page.sees("Your sign-in has expired.");
        page.signIn(exam.session().workerId());

        page.seesSaved(11);
        assertThat(answersInTheLog()).containsEntry("11", List.of(2));
    }

    @Test
    void an_answer_that_is_refused_is_set_aside_and_holds_up_nothing() {
        var page = begun();
        page.page().route("**/answers*", route -> {
            if (route.request().postData().contains("\"questionId\":11")) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(422)
                        .setContentType("application/problem+json")
                        .setBody("{\"status\":422,\"code\":\"not-on-paper\",\"detail\":\"No such option.\"}"));
            } else {
                route.resume();
            }
        });
        page.choose(11, 2);
        page.sees("The server did not accept this answer. No such option.");

        page.turnTo(2).choose(12, 3);
        page.seesSaved(12);
        page.review();
        page.sees("Not accepted by the server: 1");
        page.button("Hand in").click();

        page.seesEnd("Handed in");
        assertThat(answersInTheLog()).containsOnlyKeys("12");
    }

    @Test
    void handing_in_takes_unsent_answers_along_and_is_repeated_until_it_is_answered() {
        var page = begun();
        cutCommands(page);
        page.choose(11, 2);
        page.handIn();
        page.sees("Not handed in yet: no connection.");

        page.page().unroute("**/api/v1/sessions/**");

        page.seesEnd("Handed in");
        assertThat(result().score()).isEqualByComparingTo("5");
    }

    @Test
    void a_busy_server_is_asked_again_when_it_said() {
        var page = begun();
        var asked = new AtomicInteger();
        page.page().route("**/answers*", route -> {
            if (asked.getAndIncrement() == 0) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setHeaders(Map.of("Retry-After", "1"))
                        .setContentType("application/problem+json")
                        .setBody("{\"status\":503,\"code\":\"unavailable\"}"));
            } else {
                route.resume();
            }
        });

        page.choose(11, 2);

        page.sees("The server is busy.");
        page.seesSaved(11);
        assertThat(answersInTheLog()).containsEntry("11", List.of(2));
    }

    @Test
    void answers_of_another_device_that_are_newer_are_shown() {
        var page = begun();
        cutCommands(page);
        page.choose(11, 1);
        page.sees("No connection");
        var elsewhere = exam.start();
        exam.session()
                .answer(new SelectAnswer(elsewhere.epoch(), 1, 11, List.of(4), 0, null))
                .successful();

        page.page().unroute("**/api/v1/sessions/**");

        page.sees("Open on another device");
        page.button("Go on here").click();
        assertThat(page.option(11, 4)).isChecked();
    }

    @Test
    void an_answer_that_the_server_lost_is_brought_back_before_handing_in() {
        var page = begun();
        var asked = new AtomicInteger();
        page.page().route("**/answers*", route -> {
            if (asked.getAndIncrement() == 0) {
                // Confirmed to the page, and never seen by the server.
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("application/json")
                        .setBody("{\"status\":\"IN_PROGRESS\",\"epoch\":1,\"currentEpoch\":1,\"outcome\":\"stored\"}"));
            } else {
                route.resume();
            }
        });
        page.choose(11, 2);
        page.seesSaved(11);

        page.handIn();

        page.seesEnd("Handed in");
        assertThat(result().score()).isEqualByComparingTo("5");
    }

    @Test
    void a_page_that_was_taken_over_cannot_hand_in() {
        var page = begun();
        exam.start();

        page.handIn();

        page.sees("Open on another device");
        assertThat(resumed().status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void an_exam_of_somebody_else_is_said_to_be_so_and_nothing_is_thrown_away() {
        var page = begun();
        page.page()
                .route(
                        "**/answers*",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(404)
                                .setContentType("application/problem+json")
                                .setBody("{\"status\":404,\"code\":\"not-found\"}")));
        page.choose(11, 2);
        page.sees("This exam belongs to somebody else. Answers kept on this device: 1.");

        page.page().unroute("**/answers*");

        page.seesSaved(11);
        assertThat(answersInTheLog()).containsEntry("11", List.of(2));
    }

    private WorkersPage begun() {
        return WorkersPage.signedIn(profile(), exam.session()).start();
    }

    private BrowserContext profile() {
        var profile = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        profile.setDefaultTimeout(Duration.ofSeconds(20).toMillis());
        profiles.add(profile);
        return profile;
    }

    private static void cutCommands(WorkersPage page) {
        page.page().route("**/api/v1/sessions/**", Route::abort);
    }

    /** Only the keyboard: from one thing to the next, until the wanted one is reached. */
    private static void tabTo(WorkersPage page, Locator wanted) {
        for (var steps = 0; steps < 60; steps++) {
            if ((boolean) wanted.evaluate("it => it === document.activeElement")) {
                return;
            }
            page.page().keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not lead to " + wanted);
    }

    private void hc(String command, Map<String, Object> body) {
        client.sendAs(
                        "hc",
                        Call.post("/api/v1/sessions/" + exam.session().sessionId() + "/" + command, body)
                                .withKey(UUID.randomUUID()))
                .successful();
    }

    private Map<String, List<Integer>> answersInTheLog() {
        return Objects.requireNonNull(resumed().answers());
    }

    private ResumeState resumed() {
        return exam.session().read("resume", trail().getLast().position()).as(ResumeState.class);
    }

    private SessionResult result() {
        return exam.session().read("result", trail().getLast().position()).as(SessionResult.class);
    }

    private List<AuditedEvent> trail() {
        return new AuditTrail(client).of(exam.session().sessionId(), exam.position());
    }
}
