package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.examledger.endtoend.pages.Authoring.complete;
import static org.examledger.endtoend.pages.Authoring.question;
import static org.examledger.endtoend.pages.Authoring.texts;

import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever the service answers or does not, nothing that HC typed is lost and nobody overwrites anybody. */
@ExtendWith({SharedService.class, Browsers.class})
class AuthoringSavesIT {
    private final LedgerClient client;
    private final Authoring authoring;

    AuthoringSavesIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.authoring = new Authoring(client, browser);
    }

    @AfterEach
    void close() {
        authoring.close();
    }

    @Test
    void what_two_tabs_change_at_the_same_time_stays_and_of_the_same_thing_one_is_chosen() {
        var draftId =
                authoring.draft(Map.of("title", "Both", "questions", List.of(question(1), question(2), question(3))));
        var profile = authoring.profile();
        var here = authoring.at(profile, draftId, "questions");
        var there = authoring.at(profile, draftId, "questions");
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
        authoring.awaitTexts(draftId, "One, by you", "Two, by you", "Question 3", "New, by you", "New, by me");
        here.button("Keep both as two questions Question 1").click();
        here.seesSaved();
        assertThat(texts(authoring.saved(draftId)))
                .containsExactly("One, by you", "One, by me", "Two, by you", "Question 3", "New, by you", "New, by me");
    }

    @Test
    void of_two_versions_of_a_field_each_can_be_chosen() {
        var draftId = authoring.draft(Map.of("title", "Old", "category", "Old"));
        var page = authoring.opened(draftId, "details");
        page.cutSaves();
        page.fill("title", "Mine").fill("category", "Mine");
        page.seesState("unreachable");
        authoring.hc(Call.put(Paths.draft(draftId), Map.of("title", "Theirs", "category", "Theirs")));
        page.savesGetThrough();

        page.button("Take yours Title").click();
        page.button("Take the other one Category").click();

        page.seesSaved();
        assertThat(page.field("category")).hasValue("Theirs");
        assertThat(authoring.saved(draftId).path("title").asString()).isEqualTo("Mine");
        assertThat(authoring.saved(draftId).path("category").asString()).isEqualTo("Theirs");
    }

    @Test
    void what_could_not_be_saved_survives_a_reload_and_is_saved_then() {
        var draftId = authoring.draft(Map.of("title", "Before"));
        var page = authoring.opened(draftId, "details");
        page.cutSaves();
        page.fill("title", "Typed without a network");
        page.seesState("unreachable");
        page.sees("What you typed is kept on this device.");

        page.page().reload();
        assertThat(page.field("title")).hasValue("Typed without a network");
        page.savesGetThrough();

        page.seesSaved();
        assertThat(authoring.saved(draftId).path("title").asString()).isEqualTo("Typed without a network");
    }

    @Test
    void what_was_typed_right_before_leaving_is_sent_though_the_page_is_gone() {
        var draftId = authoring.draft(Map.of("title", "Before"));
        var page = authoring.opened(draftId, "details");

        page.fill("title", "Typed and left");
        page.page().navigate("about:blank");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(authoring.saved(draftId).path("title").asString())
                                .isEqualTo("Typed and left"));
    }

    @Test
    void a_save_whose_reply_was_lost_is_stored_once_and_is_no_conflict_with_oneself() {
        var draftId = authoring.draft(Map.of("title", "Before"));
        var page = authoring.opened(draftId, "details");
        page.loseOneReply();

        page.fill("title", "Lost and found");
        page.seesState("unreachable");
        page.fill("title", "Lost and found again");

        page.seesSaved();
        assertThat(authoring.saved(draftId).path("title").asString()).isEqualTo("Lost and found again");
        assertThat(authoring.saved(draftId).path("revision").asInt()).isEqualTo(3);
    }

    @Test
    void what_the_service_refuses_is_said_and_the_next_change_is_tried() {
        var draftId = authoring.draft(Map.of("title", "Before"));
        var page = authoring.opened(draftId, "details");

        page.fill("durationMinutes", "1.5");
        page.sees("durationMinutes must be a whole number");
        page.fill("durationMinutes", "15");

        page.seesSaved();
        assertThat(authoring.saved(draftId).path("durationMinutes").asInt()).isEqualTo(15);
    }

    @Test
    void who_has_to_sign_in_again_goes_on_where_he_was() {
        var draftId = authoring.draft(Map.of("title", "Before"));
        var page = authoring.opened(draftId, "details");
        page.page().context().clearCookies();

        page.fill("title", "Typed while signed out");
        page.sees("Your sign-in has expired.");
        page.signIn("hc");

        page.seesSaved();
        assertThat(authoring.saved(draftId).path("title").asString()).isEqualTo("Typed while signed out");
    }

    @Test
    void a_draft_that_was_deleted_meanwhile_is_saved_as_a_new_one() {
        var draftId = authoring.draft(Map.of("title", "Gone", "questions", List.of(question(1))));
        var page = authoring.opened(draftId, "details");
        authoring.hc(Call.delete(Paths.draft(draftId)));
        page.fill("title", "Not gone");
        page.seesState("gone");

        page.button("Save it as a new draft").click();

        page.seesSaved();
        var copy = page.page().url().replaceAll(".*draft=([0-9a-f-]+).*", "$1");
        assertThat(copy).isNotEqualTo(draftId);
        assertThat(authoring.saved(copy).path("title").asString()).isEqualTo("Not gone");
        assertThat(texts(authoring.saved(copy))).containsExactly("Question 1");
    }

    @Test
    void a_draft_that_somebody_locked_meanwhile_says_so() {
        var draftId = authoring.draft(complete("Locked elsewhere"));
        var page = authoring.opened(draftId, "details");
        client.sendAs("hc", Call.post(Paths.lock(draftId))).successful();

        page.fill("title", "Too late");

        page.seesState("locked");
        assertThat(page.page().getByText("To the monitor of this exam"))
                .hasAttribute("href", "/monitor?exam=" + draftId);
    }

    @Test
    void a_busy_service_is_tried_again() {
        var draftId = authoring.draft(Map.of("title", "Before"));
        var page = authoring.opened(draftId, "details");
        page.saveIsAnswered(503, "{\"status\":503,\"code\":\"unavailable\"}");
        page.fill("title", "Patience");
        page.sees("The service is busy");

        page.savesGetThrough();

        page.seesSaved();
        assertThat(authoring.saved(draftId).path("title").asString()).isEqualTo("Patience");
    }

    @Test
    void what_is_typed_is_saved_by_itself_and_is_there_after_a_reload() {
        var draftId = authoring.draft(Map.of("title", "Before"));
        var page = authoring.opened(draftId, "details");

        page.fill("title", "After").fill("durationMinutes", "45");
        page.seesSaved();
        page.page().reload();

        assertThat(page.field("title")).hasValue("After");
        assertThat(authoring.saved(draftId).path("durationMinutes").asInt()).isEqualTo(45);
    }
}
