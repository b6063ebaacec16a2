package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Whole exams, from the list of exams to their end; what counts is what the log holds then. */
@ExtendWith({SharedService.class, Browsers.class})
class ExamPageIT {
    /** A flag is nobody's but this device's; it is kept in the background. */
    private static final String FLAGS_ON_THE_DEVICE = """
            () => new Promise((told, failed) => {
              const opened = indexedDB.open('exam-ledger');
              opened.onerror = failed;
              opened.onsuccess = () => {
                const rooms = opened.result.transaction('rooms').objectStore('rooms').getAll();
                rooms.onsuccess = () => {
                  opened.result.close();
                  told(rooms.result.flatMap((room) => room.flagged ?? []).length);
                };
              };
            })
            """;

    private final LedgerClient client;
    private final Browser browser;
    private Desk desk;

    ExamPageIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    @BeforeEach
    void prepare() {
        desk = Desk.with(client, browser);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_whole_exam_is_taken_by_mouse() {
        var page = desk.begun();

        page.choose(11, 2).turnTo(2).choose(12, 3).turnTo(3).choose(13, 1).choose(13, 4);
        page.seesSaved(13);
        page.review();
        page.sees("Every question is answered.");
        page.button("Hand in").click();

        page.sees("Passed");
        assertThat(desk.result().score()).isEqualByComparingTo("35");
    }

    @Test
    void a_whole_exam_is_taken_by_keyboard() {
        var page = WorkersPage.in(desk.profile(), desk.exam().session());
        var keys = page.page().keyboard();
        page.page().getByLabel("User name").focus();
        keys.type(desk.exam().session().workerId());
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
        assertThat(desk.answersInTheLog()).containsEntry("11", List.of(2)).containsEntry("12", List.of(1));
    }

    @Test
    void who_has_handed_in_keeps_a_receipt_of_what_the_log_holds() {
        var page = desk.begun().choose(11, 2);
        page.handIn();
        page.seesEnd("Handed in");

        var kept = page.page()
                .waitForDownload(() -> page.page().getByText("Keep as a file").click());

        var receipt = JsonMapper.shared().readTree(kept.path().toFile());
        var end = desk.trail().getLast();
        assertThat(end.type()).isEqualTo("SessionSubmitted");
        assertThat(receipt.path("position").asLong()).isEqualTo(end.position());
        assertThat(receipt.path("hash").asString()).isEqualTo(end.hash());
        assertThat(receipt.path("note").asString()).contains("— exam-ledger ");
        page.sees(end.hash());
    }

    @Test
    void who_leaves_for_good_is_asked_first_and_keeps_what_he_clicked() {
        var page = desk.begun().choose(11, 2);
        page.review();
        page.button("Leave without handing in").click();
        page.button("Stay").click();
        assertThat(desk.resumed().status()).isEqualTo("IN_PROGRESS");

        page.button("Leave without handing in").click();
        page.button("Leave for good").click();

        page.seesEnd("You left this exam");
        page.sees("No score is shown for this exam now.");
        assertThat(desk.factsInTheLog()).endsWith("AnswerSelected", "SessionAbandoned");
    }

    @Test
    void what_is_flagged_and_cleared_is_so_after_a_reload() {
        var page = desk.begun().choose(11, 2);
        page.button("Clear Question 1").click();
        page.button("Flag Question 1").click();
        page.seesSaved(11);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Integer.valueOf(1).equals(page.page().evaluate(FLAGS_ON_THE_DEVICE)));

        page.page().reload();

        page.seesQuestion(11);
        assertThat(page.page().locator("#question-11 input:checked")).hasCount(0);
        page.review();
        page.sees("Flagged: 1");
        page.sees("Unanswered: 3");
        assertThat(desk.clicksInTheLog()).containsExactly("11=[2]", "11=[]");
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
}
