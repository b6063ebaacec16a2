package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.pages.Authoring.question;
import static org.examledger.endtoend.pages.Authoring.texts;
import static org.examledger.endtoend.pages.Authoring.worker;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Questions and workers from elsewhere: shown first, then taken as they were shown. */
@ExtendWith({SharedService.class, Browsers.class})
class AuthoringImportsIT {
    private static final String GIFT =
            "::One::Which?{=yes ~no}\n\n::Two::Say it{=yes}\n\n::Three::[html]<b>And</b>?{~%50%a ~%50%b ~c}";

    private final Authoring authoring;

    AuthoringImportsIT(LedgerClient client, Browser browser) {
        this.authoring = new Authoring(client, browser);
    }

    @AfterEach
    void close() {
        authoring.close();
    }

    @Test
    void lines_of_a_spreadsheet_are_shown_before_they_are_taken_and_wrong_ones_are_left_out() {
        var draftId = authoring.draft(Map.of("title", "Pasted", "questions", List.of(question(1))));
        var page = authoring.opened(draftId, "questions");
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

        var questions = authoring.saved(draftId).path("questions");
        assertThat(texts(authoring.saved(draftId)))
                .containsExactly("Question 1", "What is\ninspected daily?", "By its text?");
        assertThat(questions.get(1).path("correct").toString()).isEqualTo("[1,3]");
        assertThat(questions.get(1).path("points").asInt()).isEqualTo(6);
        assertThat(questions.get(2).path("correct").toString()).isEqualTo("[2]");
    }

    @Test
    void workers_are_pasted_changed_and_taken_off_and_brought_back() {
        var one = worker();
        var two = worker();
        var draftId =
                authoring.draft(Map.of("title", "Crew", "workers", List.of(Map.of("workerId", one, "name", "Ada"))));
        var page = authoring.opened(draftId, "workers");
        page.button("Paste from a spreadsheet").click();
        page.paste(one + "\tAda Rope\t5\n" + two + "\tBen Hook\n\tNobody\n" + two + "\tTwice");
        page.sees("Right: 2. Left out: 2.");
        page.button("Take 2").click();
        page.button("Remove Ben Hook").click();
        page.button("Undo").click();
        page.seesSaved();

        var workers = authoring.saved(draftId).path("workers");
        assertThat(workers.valueStream().map(it -> it.path("workerId").asString()))
                .containsExactly(one, two);
        assertThat(workers.get(0).path("extraMinutes").asInt()).isEqualTo(5);
        assertThat(workers.get(0).path("name").asString()).isEqualTo("Ada Rope");
    }

    @Test
    void a_file_is_tried_first_and_then_taken_as_it_was_shown() {
        var draftId = authoring.draft(Map.of("title", "Import", "questions", List.of(question(1))));
        var page = authoring.opened(draftId, "questions");
        page.button("Import a file").click();
        page.chooseFile("questions.gift", GIFT);
        page.sees("Can be taken: 2. Skipped: 1. Read as gift.");
        page.sees("another kind of question");
        page.sees("line 3");
        assertThat(texts(authoring.saved(draftId))).containsExactly("Question 1");

        page.button("Take 2").click();

        assertThat(page.page().locator(".titles li")).hasCount(3);
        page.seesSaved();
        assertThat(texts(authoring.saved(draftId))).containsExactly("Question 1", "Which?", "And?");
    }

    @Test
    void a_pool_is_written_published_and_drawn_from() {
        var technology = "Ropes " + UUID.randomUUID();
        var page = authoring.entered();
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

        var draftId = authoring.draft(Map.of("title", "Draws"));
        var desk = authoring.opened(draftId, "questions");
        desk.button("Draw from a pool").click();
        desk.field("pool").selectOption(new SelectOption().setLabel(technology + " · beginner (Questions: 2)"));
        desk.fill("count", "3");
        desk.turnTo("lock");
        desk.sees("the pool " + technology + " · beginner has 2 questions, 3 are needed");
        desk.seesSaved();
        assertThat(authoring.saved(draftId).at("/questions/0/pool/count").asInt())
                .isEqualTo(3);
    }
}
