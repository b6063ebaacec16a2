package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exams that are not like the others: behind an access token, with pictures, or with right answers to be seen. */
@ExtendWith({SharedService.class, Browsers.class})
class ExamPageKindsIT {
    private final LedgerClient client;
    private final Browser browser;

    ExamPageKindsIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    @Test
    void an_exam_that_asks_for_an_access_token_lets_in_who_knows_it() {
        try (var desk = Desk.with(client, browser, Map.of("accessToken", "Sesame-7"))) {
            var page = WorkersPage.signedIn(desk.profile(), desk.exam().session());
            page.button("Start Tiny exam").click();
            page.sees("the access token that is given out in the room");
            page.page().getByLabel("Access token").fill("wrong");
            page.button("Start").click();
            page.sees("This access token is not the right one.");
            assertThat(desk.factsInTheLog()).doesNotContain("SessionStarted");

            page.page().getByLabel("Access token").fill("SESAME-7");
            page.button("Start").click();

            page.seesQuestion(11);
        }
    }

    @Test
    void who_is_being_let_in_cannot_ask_twice_and_reads_what_he_read() {
        try (var desk = Desk.with(client, browser, Map.of("accessToken", "Sesame-7"))) {
            var page = WorkersPage.signedIn(desk.profile(), desk.exam().session());
            page.button("Start Tiny exam").click();
            page.sees("the access token that is given out in the room");
            var asked = new ArrayList<Route>();
            page.page().route("**/start", asked::add);
            var token = page.page().getByLabel("Access token");
            token.fill("SESAME-7");

            token.press("Enter");
            token.press("Enter");

            page.page().waitForCondition(() -> !asked.isEmpty());
            assertThat(page.button("Start")).isDisabled();
            page.sees("the access token that is given out in the room");
            assertThat(asked).hasSize(1);
            asked.getFirst().resume();
            page.seesQuestion(11);
        }
    }

    @Test
    void pictures_are_shown_and_markup_in_a_text_is_text() throws IOException {
        var hash = client.sendAs(
                        "hc", new Call("POST", "/api/v1/attachments", null, Map.of("Content-Type", "image/png"), png()))
                .successful()
                .json()
                .path("sha256")
                .asString();
        var markup = "What is <img src=x onerror=alert(1)> <b>this</b>?";
        var picture = Map.of("sha256", hash, "mediaType", "image/png", "description", "a red valve");
        var question = Map.of(
                "id",
                11,
                "text",
                markup,
                "options",
                List.of(
                        Map.of("id", 1, "text", "option 1 of 11", "pictures", List.of(picture)),
                        Map.of("id", 2, "text", "option 2 of 11")),
                "correct",
                List.of(1),
                "points",
                5,
                "pictures",
                List.of(picture));
        try (var desk = Desk.with(client, browser, Map.of("questions", List.of(question)))) {
            var page = desk.begun();

            page.sees(markup);
            assertThat(page.page().locator("#question-11 legend img, #question-11 legend b"))
                    .hasCount(0);
            var shown = page.page().locator("#question-11 img");
            assertThat(shown).hasCount(2);
            assertThat(shown.first()).hasAttribute("alt", "a red valve");
            page.page()
                    .waitForFunction(
                            "() => [...document.querySelectorAll('#question-11 img')].every(it => it.naturalWidth === 40)");
            page.choose(11, 1);
            page.seesSaved(11);
        }
    }

    @Test
    void right_answers_are_shown_where_hc_wants_it() {
        try (var desk = Desk.with(client, browser, Map.of("reviewAfterEnd", true))) {
            var page = desk.begun().choose(11, 2).turnTo(2).choose(12, 4);
            page.seesSaved(12);
            page.handIn();

            page.sees("Your answers");
            var answers = page.page().locator("scored-answers li");
            assertThat(answers).hasCount(3);
            assertThat(answers.nth(0)).containsText("option 2 of 11");
            assertThat(answers.nth(0)).containsText("Right · 5 points");
            assertThat(answers.nth(1)).containsText("Not right · 0 points");
            assertThat(answers.nth(2)).containsText("unanswered");
        }
    }

    private static byte[] png() throws IOException {
        var drawn = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        drawn.createGraphics().drawString("valve", 2, 14);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", bytes);
        return bytes.toByteArray();
    }
}
