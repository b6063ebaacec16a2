package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.SendHeartbeat;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What HC does with the monitor; what counts in the end is what the log holds and what the worker is told. */
@ExtendWith({SharedService.class, Browsers.class})
class MonitorPageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LedgerClient client;
    private final BrowserContext profile;
    private final MonitorPage hc;
    private TinyExam exam;

    MonitorPageIT(LedgerClient client, Browser browser) {
        this.client = client;
        profile = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        profile.setDefaultTimeout(PATIENCE.toMillis());
        hc = MonitorPage.in(profile, client.baseUrl());
    }

    @BeforeEach
    void lock() {
        exam = TinyExam.locked(client, 3);
    }

    @AfterEach
    void closeProfile() {
        profile.close();
    }

    @Test
    void more_time_with_its_reason_arrives_at_the_worker() {
        var epoch = exam.start().epoch();
        watching().choose(exam.session(), "Change the time").because("fire drill");
        hc.form().getByLabel("Minutes").fill("15");
        hc.press("Change the time");

        hc.sees("Done. The time now ends at");
        assertThat(last("TimeExtended").payload().path("seconds").asInt()).isEqualTo(900);
        assertThat(exam.session()
                        .beat(new SendHeartbeat(epoch, "visible"))
                        .json()
                        .path("notices")
                        .toString())
                .contains("fire drill");
        assertThat(hc.rowOf(exam.session()).locator(".digits")).containsText("00:59:");
        assertThat(hc.complaints()).isEmpty();
    }

    @Test
    void an_exam_is_closed_for_all_only_after_it_was_shown_whom_it_touches_and_confirmed() {
        exam.start();
        watching();
        hc.button("Close for all").click();
        hc.because("power cut");
        assertThat(hc.form()).containsText("This touches 3 workers");
        assertThat(hc.form()).containsText("Walker " + exam.session().workerId().substring("worker-".length()));
        hc.press("Go on");
        assertThat(hc.form()).containsText("Really close the exam of 3 workers?");
        assertThat(types(exam.session())).doesNotContain("ExamClosed");
        hc.press("Yes, close 3");

        hc.sees("3 of 3 reached");
        exam.sessions().forEach(it -> hc.seesStatus(it, "CLOSED"));
        exam.sessions().forEach(it -> assertThat(types(it)).contains("ExamClosed"));
        hc.sees("This exam was closed for everybody.");
    }

    @Test
    void a_worker_starts_over_with_no_answers() {
        answerFirst();
        watching();
        hc.seesAnswered(exam.session(), 1);
        hc.choose(exam.session(), "Start over").because("wrong paper").press("Go on");
        hc.press("Yes, start over");

        hc.seesStatus(exam.session(), "OPEN");
        hc.seesAnswered(exam.session(), 0);
        assertThat(last("SessionReset").payload().path("reason").asString()).isEqualTo("wrong paper");
    }

    @Test
    void an_end_is_taken_back_and_a_worker_is_taken_off() {
        exam.start();
        watching()
                .choose(exam.session(), "Close the exam")
                .because("left the room")
                .press("Go on");
        hc.form().getByText("Really close this exam?").waitFor();
        hc.press("Yes, close it");
        hc.seesStatus(exam.session(), "CLOSED");

        hc.choose(exam.session(), "Reopen").because("came back").press("Reopen");
        hc.seesStatus(exam.session(), "IN_PROGRESS");
        hc.choose(exam.session(), "Take off the exam").because("fell ill").press("Go on");
        hc.press("Yes, take off");

        hc.seesStatus(exam.session(), "WITHDRAWN");
        assertThat(types(exam.session())).endsWith("ExamClosed", "SessionReopened", "WorkerWithdrawn");
    }

    @Test
    void a_command_whose_reply_is_lost_is_repeated_and_done_once() {
        exam.start();
        watching();
        var lost = new AtomicInteger();
        hc.page().route("**/extend", route -> {
            if (lost.getAndIncrement() == 0) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });

        hc.choose(exam.session(), "Change the time").because("slow lift").press("Change the time");

        hc.sees("Done. The time now ends at");
        assertThat(lost).hasValue(2);
        assertThat(types(exam.session()).stream().filter("TimeExtended"::equals))
                .hasSize(1);
    }

    @Test
    void what_was_begun_before_the_sign_in_expired_is_done_after_it() {
        exam.start();
        watching().choose(exam.session(), "Change the time").because("asked for");
        profile.clearCookies();
        hc.press("Change the time");

        hc.sees("Your sign-in has expired.");
        hc.signIn("hc");

        hc.sees("Done. The time now ends at");
        assertThat(types(exam.session()).stream().filter("TimeExtended"::equals))
                .hasSize(1);
        hc.isFed("live");
    }

    @Test
    void what_the_service_refuses_is_said_and_can_be_said_better() {
        exam.start();
        watching().choose(exam.session(), "Change the time").because("   ").press("Change the time");
        assertThat(hc.form()).containsText("This was not done: reason");

        hc.because("queue at the door").press("Change the time");

        hc.sees("Done. The time now ends at");
        assertThat(last("TimeExtended").payload().path("reason").asString()).isEqualTo("queue at the door");
    }

    @Test
    void workers_are_picked_by_status_and_searched_by_name() {
        exam.start();
        watching();
        assertThat(hc.rows()).hasCount(3);

        hc.page().locator("button[data-pick=inProgress]").click();
        assertThat(hc.rows()).hasCount(1);
        assertThat(hc.rowOf(exam.session())).isVisible();
        hc.page().locator("button[data-pick=all]").click();
        var last = exam.sessions().getLast();
        hc.page().getByLabel("Search by name").fill(last.workerId().replace("worker-", "WALKER "));
        assertThat(hc.rows()).hasCount(1);
        assertThat(hc.rowOf(last)).isVisible();
        hc.page().getByLabel("Search by name").fill("nobody at all");
        hc.sees("Nobody is like this.");
        hc.button("Show all").click();

        assertThat(hc.rows()).hasCount(3);
    }

    @Test
    void without_a_stream_it_is_asked_again_and_again_until_there_is_one() {
        hc.page().route("**/monitor/stream*", Route::abort);
        watching();
        hc.isFed("asking");
        answerFirst();
        hc.seesAnswered(exam.session(), 1);

        hc.page().unroute("**/monitor/stream*");

        hc.isFed("live");
    }

    @Test
    void an_old_picture_is_said_to_be_old_until_the_service_is_back() {
        hc.page().route("**/monitor/stream*", Route::abort);
        watching();
        hc.isFed("asking");
        profile.setOffline(true);
        hc.isFed("away");
        hc.sees("What you see is old.");
        answerFirst();

        profile.setOffline(false);

        hc.seesAnswered(exam.session(), 1);
    }

    @Test
    void the_results_are_fetched_as_a_file() throws Exception {
        watching();
        var file = hc.page()
                .waitForDownload(() -> hc.page().getByText("Results as CSV").click());

        assertThat(Files.readString(file.path())).contains(exam.session().sessionId());
    }

    @Test
    void what_came_out_is_shown_with_how_it_spreads_and_what_the_questions_were_worth() {
        var epoch = answerFirst();
        var handedIn = exam.session()
                .submit(new SubmitSession(epoch, 2, 1, List.of(), Map.of()))
                .as(Receipt.class);
        exam.session().read("result", handedIn.position()).successful();
        watching();

        hc.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Results").setExact(true))
                .click();

        assertThat(hc.rowOf(exam.session())).containsText("5 of 35");
        assertThat(hc.rowOf(exam.session())).containsText("14 %");
        assertThat(hc.page().locator("question-statistics tbody tr").first()).containsText("1 of 1");
        hc.button("← Back to the monitor").click();
        hc.seesStatus(exam.session(), "SUBMITTED");
    }

    private MonitorPage watching() {
        hc.watch(exam).signIn("hc");
        hc.rowOf(exam.session()).waitFor();
        return hc;
    }

    /** @return the epoch in which the first worker has answered the first question, right */
    private long answerFirst() {
        var epoch = exam.start().epoch();
        exam.session().answer(TinyExam.answer(epoch, 1, 11, 2)).successful();
        return epoch;
    }

    private AuditedEvent last(String type) {
        return events(exam.session()).stream()
                .filter(it -> it.type().equals(type))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private List<String> types(SessionClient session) {
        return events(session).stream().map(AuditedEvent::type).toList();
    }

    private List<AuditedEvent> events(SessionClient session) {
        return new AuditTrail(client).of(session.sessionId(), exam.position());
    }
}
