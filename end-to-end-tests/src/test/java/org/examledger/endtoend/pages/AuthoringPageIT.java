package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What HC lives through with the authoring page; what counts in the end is what the service holds. */
@ExtendWith({SharedService.class, Browsers.class})
class AuthoringPageIT {
    /** One sign-in for all tests: profiles begin with what it left in the browser. */
    private static final Map<LedgerClient, String> SIGNED_IN = new HashMap<>();

    private static final String GIFT =
            "::One::Which?{=yes ~no}\n\n::Two::Say it{=yes}\n\n::Three::[html]<b>And</b>?{~%50%a ~%50%b ~c}";

    private final LedgerClient client;
    private final Browser browser;
    private final List<BrowserContext> profiles = new ArrayList<>();

    AuthoringPageIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    @AfterEach
    void closeProfiles() {
        profiles.forEach(BrowserContext::close);
    }

    @Test
    void a_draft_is_written_and_locked_by_keyboard_alone() {
        var worker = worker();
        var page = AuthorsPage.in(profile(), client.baseUrl());
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
    void what_is_typed_is_saved_by_itself_and_is_there_after_a_reload() {
        var draftId = draft(Map.of("title", "Before"));
        var page = opened(draftId, "details");

        page.fill("title", "After").fill("durationMinutes", "45");
        page.seesSaved();
        page.page().reload();

        assertThat(page.field("title")).hasValue("After");
        assertThat(saved(draftId).path("durationMinutes").asInt()).isEqualTo(45);
    }

    @Test
    void what_two_tabs_change_at_the_same_time_stays_and_of_the_same_thing_one_is_chosen() {
        var draftId = draft(Map.of("title", "Both", "questions", List.of(question(1), question(2), question(3))));
        var profile = profile();
        var here = AuthorsPage.at(profile, client.baseUrl(), draftId, "questions");
        var there = AuthorsPage.at(profile, client.baseUrl(), draftId, "questions");
        here.open(1);
        there.open(2);
        here.cutSaves();

        here.fill("text", "One, by me");
        here.seesState("unreachable");
        there.fill("text", "Two, by you");
        there.seesSaved();
        there.open(1).fill("text", "One, by you");
        there.button("Add a question").click();
        there.fill("text", "New, by you");
        there.seesSaved();
        here.button("Add a question").click();
        here.fill("text", "New, by me");
        here.savesGetThrough();

        here.sees("Two versions");
        here.seesState("conflict");
        awaitTexts(draftId, "One, by you", "Two, by you", "Question 3", "New, by you", "New, by me");
        here.button("Keep both as two questions Question 1").click();
        here.seesSaved();
        assertThat(texts(saved(draftId)))
                .containsExactly("One, by you", "One, by me", "Two, by you", "Question 3", "New, by you", "New, by me");
    }

    @Test
    void of_two_versions_of_a_field_each_can_be_chosen() {
        var draftId = draft(Map.of("title", "Old", "category", "Old"));
        var page = opened(draftId, "details");
        page.cutSaves();
        page.fill("title", "Mine").fill("category", "Mine");
        page.seesState("unreachable");
        hc(Call.put(Paths.draft(draftId), Map.of("title", "Theirs", "category", "Theirs")));
        page.savesGetThrough();

        page.button("Take yours Title").click();
        page.button("Take the other one Category").click();

        page.seesSaved();
        assertThat(page.field("category")).hasValue("Theirs");
        assertThat(saved(draftId).path("title").asString()).isEqualTo("Mine");
        assertThat(saved(draftId).path("category").asString()).isEqualTo("Theirs");
    }

    @Test
    void what_could_not_be_saved_survives_a_reload_and_is_saved_then() {
        var draftId = draft(Map.of("title", "Before"));
        var page = opened(draftId, "details");
        page.cutSaves();
        page.fill("title", "Typed without a network");
        page.seesState("unreachable");
        page.sees("What you typed is kept on this device.");

        page.page().reload();
        assertThat(page.field("title")).hasValue("Typed without a network");
        page.savesGetThrough();

        page.seesSaved();
        assertThat(saved(draftId).path("title").asString()).isEqualTo("Typed without a network");
    }

    @Test
    void a_save_whose_reply_was_lost_is_stored_once_and_is_no_conflict_with_oneself() {
        var draftId = draft(Map.of("title", "Before"));
        var page = opened(draftId, "details");
        page.loseOneReply();

        page.fill("title", "Lost and found");
        page.seesState("unreachable");
        page.fill("title", "Lost and found again");

        page.seesSaved();
        assertThat(saved(draftId).path("title").asString()).isEqualTo("Lost and found again");
        assertThat(saved(draftId).path("revision").asInt()).isEqualTo(3);
    }

    @Test
    void what_the_service_refuses_is_said_and_the_next_change_is_tried() {
        var draftId = draft(Map.of("title", "Before"));
        var page = opened(draftId, "details");

        page.fill("durationMinutes", "1.5");
        page.sees("durationMinutes must be a whole number");
        page.fill("durationMinutes", "15");

        page.seesSaved();
        assertThat(saved(draftId).path("durationMinutes").asInt()).isEqualTo(15);
    }

    @Test
    void who_has_to_sign_in_again_goes_on_where_he_was() {
        var draftId = draft(Map.of("title", "Before"));
        var page = opened(draftId, "details");
        page.page().context().clearCookies();

        page.fill("title", "Typed while signed out");
        page.sees("Your sign-in has expired.");
        page.signIn("hc");

        page.seesSaved();
        assertThat(saved(draftId).path("title").asString()).isEqualTo("Typed while signed out");
    }

    @Test
    void a_draft_that_was_deleted_meanwhile_is_saved_as_a_new_one() {
        var draftId = draft(Map.of("title", "Gone", "questions", List.of(question(1))));
        var page = opened(draftId, "details");
        hc(Call.delete(Paths.draft(draftId)));
        page.fill("title", "Not gone");
        page.seesState("gone");

        page.button("Save it as a new draft").click();

        page.seesSaved();
        var copy = page.page().url().replaceAll(".*draft=([0-9a-f-]+).*", "$1");
        assertThat(copy).isNotEqualTo(draftId);
        assertThat(saved(copy).path("title").asString()).isEqualTo("Not gone");
        assertThat(texts(saved(copy))).containsExactly("Question 1");
    }

    @Test
    void a_draft_that_somebody_locked_meanwhile_says_so() {
        var draftId = draft(complete("Locked elsewhere"));
        var page = opened(draftId, "details");
        client.sendAs("hc", Call.post(Paths.lock(draftId))).successful();

        page.fill("title", "Too late");

        page.seesState("locked");
        assertThat(page.page().getByText("To the monitor of this exam"))
                .hasAttribute("href", "/monitor?exam=" + draftId);
    }

    @Test
    void a_busy_service_is_tried_again() {
        var draftId = draft(Map.of("title", "Before"));
        var page = opened(draftId, "details");
        page.saveIsAnswered(503, "{\"status\":503,\"code\":\"unavailable\"}");
        page.fill("title", "Patience");
        page.sees("The service is busy");

        page.savesGetThrough();

        page.seesSaved();
        assertThat(saved(draftId).path("title").asString()).isEqualTo("Patience");
    }

    @Test
    void lines_of_a_spreadsheet_are_shown_before_they_are_taken_and_wrong_ones_are_left_out() {
        var draftId = draft(Map.of("title", "Pasted", "questions", List.of(question(1))));
        var page = opened(draftId, "questions");
        page.button("Paste from a spreadsheet").click();
        page.paste("Question\tA\tB\tC\tRight\tPoints\n"
                + "\"What is\ninspected daily?\"\tRopes\tWalls\tHooks\tA, C\t6\n"
                + "No key?\tyes\tno\t\t\t1\n"
                + "Wrong key?\tyes\tno\t\tD\t1\n"
                + "By its text?\tyes\tno\t\tno\t2");

        page.sees("Right: 2. Left out: 2.");
        assertThat(page.page().locator("tr[data-trouble] td:last-child")).hasText(new String[] {
            "Nothing says which option is right.", "What is called right is none of the options."
        });
        page.button("Take 2").click();
        page.seesSaved();

        var questions = saved(draftId).path("questions");
        assertThat(texts(saved(draftId))).containsExactly("Question 1", "What is\ninspected daily?", "By its text?");
        assertThat(questions.get(1).path("correct").toString()).isEqualTo("[1,3]");
        assertThat(questions.get(1).path("points").asInt()).isEqualTo(6);
        assertThat(questions.get(2).path("correct").toString()).isEqualTo("[2]");
    }

    @Test
    void workers_are_pasted_changed_and_taken_off_and_brought_back() {
        var one = worker();
        var two = worker();
        var draftId = draft(Map.of("title", "Crew", "workers", List.of(Map.of("workerId", one, "name", "Ada"))));
        var page = opened(draftId, "workers");
        page.button("Paste from a spreadsheet").click();
        page.paste(one + "\tAda Rope\t5\n" + two + "\tBen Hook\n\tNobody\n" + two + "\tTwice");
        page.sees("Right: 2. Left out: 2.");
        page.button("Take 2").click();
        page.button("Remove Ben Hook").click();
        page.button("Undo").click();
        page.seesSaved();

        var workers = saved(draftId).path("workers");
        assertThat(workers.valueStream().map(it -> it.path("workerId").asString()))
                .containsExactly(one, two);
        assertThat(workers.get(0).path("extraMinutes").asInt()).isEqualTo(5);
        assertThat(workers.get(0).path("name").asString()).isEqualTo("Ada Rope");
    }

    @Test
    void a_file_is_tried_first_and_then_taken_as_it_was_shown() {
        var draftId = draft(Map.of("title", "Import", "questions", List.of(question(1))));
        var page = opened(draftId, "questions");
        page.button("Import a file").click();
        page.chooseFile("questions.gift", GIFT);
        page.sees("Can be taken: 2. Skipped: 1. Read as gift.");
        page.sees("another kind of question");
        page.sees("line 3");
        assertThat(texts(saved(draftId))).containsExactly("Question 1");

        page.button("Take 2").click();

        assertThat(page.page().locator(".titles li")).hasCount(3);
        page.seesSaved();
        assertThat(texts(saved(draftId))).containsExactly("Question 1", "Which?", "And?");
    }

    @Test
    void a_deleted_question_comes_back_where_it_was() {
        var draftId = draft(Map.of("title", "Undo", "questions", List.of(question(1), question(2), question(3))));
        var page = opened(draftId, "questions").open(2);
        page.button("Delete").click();
        assertThat(page.page().locator(".titles li")).hasCount(2);
        page.seesSaved();
        assertThat(texts(saved(draftId))).containsExactly("Question 1", "Question 3");

        page.page().keyboard().press("Enter");

        assertThat(page.page().locator(".titles li")).hasCount(3);
        page.seesSaved();
        assertThat(texts(saved(draftId))).containsExactly("Question 1", "Question 2", "Question 3");
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
        var draftId = draft(Map.of(
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
        var page = opened(draftId, "lock");

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
        var draftId = draft(Map.of(
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
        var page = opened(draftId, "questions").open(2);
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
        var again = hc(Call.post(Paths.lock(draftId))).path("position").asLong();
        var exam = hc(Call.get("/api/v1/exams/" + draftId + "/questions.json").atLeast(again));
        assertThat(texts(exam)).containsExactly("Question 1", "Changed at the last moment");
    }

    @Test
    void a_pool_is_written_published_and_drawn_from() {
        var technology = "Ropes " + UUID.randomUUID();
        var page = AuthorsPage.in(profile(), client.baseUrl());
        page.page().getByText("Question pools").click();
        page.page().getByLabel("Technology").fill(technology);
        page.page().getByLabel("Level").fill("beginner");
        page.page().locator("pool-shelf form button").click();
        page.button("Paste from a spreadsheet").click();
        page.paste("First?\tyes\tno\tA\t1\nSecond?\tyes\tno\tB\t2");
        page.button("Take 2").click();
        page.sees("Not published yet.");
        page.page().reload();
        page.button("Publish").click();
        page.sees("Published. Questions: 2");

        var draftId = draft(Map.of("title", "Draws"));
        var desk = opened(draftId, "questions");
        desk.button("Draw from a pool").click();
        desk.field("pool").selectOption(new SelectOption().setLabel(technology + " · beginner (Questions: 2)"));
        desk.fill("count", "3");
        desk.turnTo("lock");
        desk.sees("the pool " + technology + " · beginner has 2 questions, 3 are needed");
        desk.seesSaved();
        assertThat(saved(draftId).at("/questions/0/pool/count").asInt()).isEqualTo(3);
    }

    @Test
    void a_draft_of_three_hundred_questions_is_typed_in_without_waiting() {
        var questions = IntStream.rangeClosed(1, 300)
                .mapToObj(AuthoringPageIT::question)
                .toList();
        var draftId = draft(Map.of("title", "Large", "questions", questions));
        var page = opened(draftId, "questions").open(300);

        page.field("text").pressSequentially(" and how quickly is this typed");
        page.seesSaved();

        assertThat(saved(draftId).at("/questions/299/text").asString()).contains("how quickly");
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

    private AuthorsPage opened(String draftId, String part) {
        return AuthorsPage.at(profile(), client.baseUrl(), draftId, part);
    }

    private BrowserContext profile() {
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

    private static String worker() {
        return "worker-" + (900_000_000 + (int) (Math.random() * 90_000_000));
    }

    private static Map<String, Object> question(int id) {
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

    private static Map<String, Object> complete(String title) {
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
    private String draft(Map<String, ?> fields) {
        var saved = hc(Call.post(Paths.DRAFTS, fields));
        var draftId = saved.path("draftId").asString();
        hc(Call.get(Paths.draft(draftId)).atLeast(saved.path("position").asLong()));
        return draftId;
    }

    private JsonNode hc(Call call) {
        return client.sendAs("hc", call).successful().json();
    }

    /** A save of nothing says where the log of this draft ends. */
    private long end(String draftId) {
        var nothing = client.sendAs("hc", Call.put(Paths.draft(draftId), Map.of()));
        return nothing.header("X-Log-Position").map(Long::parseLong).orElseThrow();
    }

    private JsonNode saved(String draftId) {
        return hc(Call.get(Paths.draft(draftId)).atLeast(end(draftId)));
    }

    private void awaitTexts(String draftId, String... texts) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(texts(saved(draftId))).containsExactly(texts));
    }

    private static List<String> texts(JsonNode draft) {
        return draft.path("questions")
                .valueStream()
                .map(it -> it.path("text").asString())
                .toList();
    }
}
