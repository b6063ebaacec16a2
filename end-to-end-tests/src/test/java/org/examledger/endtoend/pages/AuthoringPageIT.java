package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.examledger.endtoend.pages.Authoring.question;
import static org.examledger.endtoend.pages.Authoring.texts;
import static org.examledger.endtoend.pages.Authoring.worker;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What HC writes with the authoring page, up to the exam; what counts in the end is what the service holds. */
@ExtendWith({SharedService.class, Browsers.class})
class AuthoringPageIT {
    private final LedgerClient client;
    private final Authoring authoring;

    AuthoringPageIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.authoring = new Authoring(client, browser);
    }

    @AfterEach
    void close() {
        authoring.close();
    }

    @Test
    void a_draft_is_written_and_locked_by_keyboard_alone() {
        var worker = worker();
        var page = authoring.entered();
        var keys = page.page().keyboard();
        press(page, page.button("New draft").first(), "Enter");
        type(page, page.field("title"), "Keys only");
        // Day, month and year are parts of one field, in the order of this machine's language.
        type(page, page.field("opensAt"), "01012027");
        type(page, page.field("durationMinutes"), "30");
        type(page, page.field("passPercentage"), "60");
        press(page, page.page().locator("[data-part=questions]"), "Enter");
        press(page, page.button("Add a question"), "Enter");
        type(page, page.field("text"), "Who may set up a ladder?");
        type(page, page.option(0), "Anyone");
        // Of radio buttons the keyboard leads to one; arrows lead from there to the others.
        press(page, page.page().locator(".right input").first(), "ArrowDown");
        type(page, page.option(1), "Whoever was instructed");
        press(page, page.page().locator("[data-part=workers]"), "Enter");
        type(page, page.page().locator("[name=workerId]"), worker);
        keys.press("Enter");
        press(page, page.page().locator("[data-part=lock]"), "Enter");
        page.sees("Nothing is missing.");
        press(page, page.button("Lock the draft"), "Enter");
        press(page, page.button("Lock it"), "Enter");

        page.sees("Workers who have their exam: 1.");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(client.sendAs(worker, Call.get(Paths.MY_SESSIONS))
                                .json()
                                .valueStream()
                                .map(it -> it.path("title").asString()))
                        .containsExactly("Keys only"));
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void a_deleted_question_comes_back_where_it_was() {
        var draftId =
                authoring.draft(Map.of("title", "Undo", "questions", List.of(question(1), question(2), question(3))));
        var page = authoring.opened(draftId, "questions").open(2);
        page.button("Delete").click();
        assertThat(page.page().locator(".titles li")).hasCount(2);
        page.seesSaved();
        assertThat(texts(authoring.saved(draftId))).containsExactly("Question 1", "Question 3");

        page.page().keyboard().press("Enter");

        assertThat(page.page().locator(".titles li")).hasCount(3);
        page.seesSaved();
        assertThat(texts(authoring.saved(draftId))).containsExactly("Question 1", "Question 2", "Question 3");
    }

    @Test
    void the_page_misses_what_the_service_misses_and_leads_to_the_very_field() {
        var unfinished = Map.of(
                "id",
                5,
                "text",
                "",
                "points",
                -1,
                "options",
                List.of(Map.of("id", 1, "text", "only")),
                "correct",
                List.of());
        var draftId = authoring.draft(Map.of(
                "title", " ",
                "opensAt", "2026-12-02",
                "windowEndsAt", "2026-12-01",
                "zone", "Asia/Jakarta",
                "passPercentage", 101,
                "timerPolicy", "ACTIVE_TIME",
                "packages",
                        List.of(
                                Map.of("name", "A", "questions", List.of(question(1), unfinished)),
                                Map.of("name", "", "questions", List.of(Map.of("pool", Map.of("count", 0)))))));
        var reasons = client.sendAs("hc", Call.post(Paths.lock(draftId)))
                .json()
                .path("errors")
                .valueStream()
                .map(it -> it.path("field").asString())
                .distinct()
                .toList();
        var page = authoring.opened(draftId, "lock");

        assertThat(page.page().locator(".problems button")).not().hasCount(0);
        var shown = page.page()
                .locator(".problems button")
                .evaluateAll("all => [...new Set(all.map(it => it.dataset.at))]");
        assertThat(shown).asInstanceOf(InstanceOfAssertFactories.LIST).containsExactlyInAnyOrderElementsOf(reasons);
        page.page().locator("[data-at='packages[0].questions[1].points']").click();

        assertThat(page.page().locator("[data-question='5'] [data-field=points]"))
                .isFocused();
    }

    @Test
    void what_the_preview_shows_is_locked_and_nothing_else() {
        var worker = worker();
        var draftId = authoring.draft(Map.of(
                "title",
                "Locked by hand",
                "opensAt",
                "2026-12-01T08:00",
                "zone",
                "Asia/Jakarta",
                "durationMinutes",
                30,
                "passPercentage",
                60,
                "workers",
                List.of(Map.of("workerId", worker, "name", "Ada")),
                "questions",
                List.of(question(1), question(2))));
        var page = authoring.opened(draftId, "questions").open(2);
        page.fill("text", "Changed at the last moment");
        page.turnTo("lock");
        assertThat(page.page().locator(".lock-preview .facts"))
                .containsText("2026-12-01 08:00 (Asia/Jakarta)on your clock 1 Dec 2026, 02:00 (Europe/Berlin)");
        assertThat(page.page().locator(".lock-preview .facts")).containsText("Points4");

        page.button("Lock the draft").click();
        page.button("Lock it").click();

        page.sees("Workers who have their exam: 1.");
        assertThat(page.page().getByText("To the monitor of this exam"))
                .hasAttribute("href", "/monitor?exam=" + draftId);
        assertThat(page.page().locator(".parts, [data-field]")).hasCount(0);
        var again =
                authoring.hc(Call.post(Paths.lock(draftId))).path("position").asLong();
        var exam = authoring.hc(
                Call.get("/api/v1/exams/" + draftId + "/questions.json").atLeast(again));
        assertThat(texts(exam)).containsExactly("Question 1", "Changed at the last moment");
    }

    @Test
    void a_draft_of_three_hundred_questions_is_typed_in_without_waiting() {
        var questions =
                IntStream.rangeClosed(1, 300).mapToObj(Authoring::question).toList();
        var draftId = authoring.draft(Map.of("title", "Large", "questions", questions));
        var page = authoring.opened(draftId, "questions").open(300);

        page.field("text").pressSequentially(" and how quickly is this typed");
        page.seesSaved();

        assertThat(authoring.saved(draftId).at("/questions/299/text").asString())
                .contains("how quickly");
        assertThat(page.page().locator("question-editor")).hasCount(1);
    }

    private static void press(AuthorsPage page, Locator wanted, String key) {
        tabTo(page, wanted);
        page.page().keyboard().press(key);
    }

    private static void type(AuthorsPage page, Locator wanted, String text) {
        tabTo(page, wanted);
        page.page().keyboard().type(text);
    }

    /** Only the keyboard: from one thing to the next, until the wanted one is reached. */
    private static void tabTo(AuthorsPage page, Locator wanted) {
        assertThat(wanted).isVisible();
        for (var steps = 0; steps < 80; steps++) {
            if ((boolean) wanted.evaluate("it => it === document.activeElement")) {
                return;
            }
            page.page().keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not lead to " + wanted);
    }
}
