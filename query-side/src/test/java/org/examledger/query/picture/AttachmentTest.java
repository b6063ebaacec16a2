package org.examledger.query.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.Picture;
import org.examledger.events.session.TimerPolicy;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestPictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Question 13 shows a picture, and so does its option 2; it is on the paper of the first attempt only. */
@QuerySideTest
class AttachmentTest {
    private static final String LADDER = "1ad0".repeat(16);
    private static final String ROPE = "0e5e".repeat(16);
    private static final byte[] BYTES = "the bytes of a ladder".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestPictures pictures;

    @BeforeEach
    void keep() {
        pictures.keep(LADDER, "image/png", BYTES);
        pictures.keep(ROPE, "image/webp", BYTES);
    }

    private static ExamLocked withPictures(String title) {
        var exam = Facts.examLocked(title, false);
        var questions = exam.questions().stream()
                .map(it -> it.id() == 13 ? withPictures(it) : it)
                .toList();
        return new ExamLocked(
                exam.examId(),
                exam.title(),
                exam.category(),
                exam.opensAt(),
                exam.windowEndsAt(),
                exam.zone(),
                exam.durationMinutes(),
                exam.graceSeconds(),
                exam.passPercentage(),
                exam.questionsPerPage(),
                exam.timerPolicy(),
                exam.silentMayResume(),
                exam.reviewAfterEnd(),
                questions,
                exam.packages(),
                exam.seed(),
                exam.accessToken(),
                exam.commandId());
    }

    private static ExamQuestion withPictures(ExamQuestion it) {
        var options = it.options().stream()
                .map(option -> option.id() == 2
                        ? new ExamOption(2, "", List.of(new Picture(ROPE, "image/webp", null)))
                        : option)
                .toList();
        return new ExamQuestion(
                it.id(),
                it.text(),
                options,
                it.correct(),
                it.multiple(),
                it.points(),
                List.of(new Picture(LADDER, "image/png", "a ladder")));
    }

    @Test
    void the_paper_names_the_pictures_of_questions_and_options() {
        var session = story.started(story.exam(withPictures("Named")), "p-801", Facts.OPENS);

        var paper = browser.get("worker:p-801", "/sessions/" + session + "/paper");

        assertThat(paper)
                .bodyJson()
                .extractingPath("$.pages[0].questions[0].pictures[0]")
                .asMap()
                .containsEntry("sha256", LADDER)
                .containsEntry("mediaType", "image/png")
                .containsEntry("description", "a ladder");
        assertThat(paper)
                .bodyJson()
                .extractingPath("$.pages[0].questions[0].options[2].pictures[0].sha256")
                .isEqualTo(ROPE);
        assertThat(paper)
                .bodyJson()
                .extractingPath("$.pages[0].questions[1]")
                .asMap()
                .doesNotContainKey("pictures");
    }

    @Test
    void a_worker_sees_what_is_on_a_paper_of_his_once_he_has_started_and_nothing_else() {
        var exam = story.exam(withPictures("Seen"));
        var session = story.assigned(exam, "p-802");
        story.started(story.exam("Without"), "p-803", Facts.OPENS);
        assertThat(browser.get("worker:p-802", "/attachments/" + LADDER)).hasStatus(404);

        story.session(session, Facts.started(1, Facts.OPENS), Facts.OPENS);

        for (var hash : List.of(LADDER, ROPE)) {
            assertThat(browser.get("worker:p-802", "/attachments/" + hash))
                    .as(hash)
                    .hasStatusOk();
            assertThat(browser.get("worker:p-803", "/attachments/" + hash))
                    .as(hash)
                    .hasStatus(404);
        }
        story.session(session, Facts.reset(2, TimerPolicy.WALL_CLOCK), Facts.OPENS.plusSeconds(60));
        assertThat(browser.get("worker:p-802", "/attachments/" + LADDER)).hasStatus(404);
        story.session(session, Facts.started(2, Facts.OPENS.plusSeconds(70)), Facts.OPENS.plusSeconds(70));
        assertThat(browser.get("worker:p-802", "/attachments/" + LADDER)).hasStatus(404);
    }

    @Test
    void hc_and_auditors_see_every_picture_that_is_kept() {
        for (var caller : List.of("hc:hc-9", "auditor:au-1")) {
            assertThat(browser.get(caller, "/attachments/" + ROPE)).hasStatusOk();
            for (var other : List.of("ab".repeat(32), "x", "1AD0".repeat(16))) {
                assertThat(browser.get(caller, "/attachments/" + other))
                        .as(other)
                        .hasStatus(404);
            }
        }
    }

    @Test
    void a_picture_may_be_kept_for_ever_and_can_do_nothing() {
        var picture = browser.get("hc:hc-9", "/attachments/" + LADDER);

        assertThat(picture.getResponse().getContentAsByteArray()).isEqualTo(BYTES);
        assertThat(picture)
                .hasContentType("image/png")
                .hasHeader("Cache-Control", "max-age=31536000, private, immutable")
                .hasHeader("ETag", '"' + LADDER + '"')
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(browser.again("hc:hc-9", "/attachments/" + LADDER, Browser.tagOf(picture)))
                .hasStatus(304);
    }

    @Test
    void an_exam_is_written_out_with_the_bytes_of_its_pictures_each_once() {
        var exam = story.exam(withPictures("Out"));

        var json = browser.get("hc:hc-9", "/exams/" + exam + "/questions.json");

        assertThat(json)
                .bodyJson()
                .extractingPath("$.attachments[*].sha256")
                .asArray()
                .containsExactly(LADDER, ROPE);
        assertThat(json).bodyJson().extractingPath("$.attachments[0].base64").isEqualTo("dGhlIGJ5dGVzIG9mIGEgbGFkZGVy");
        pictures.keep(ROPE, "image/webp", new byte[21 << 20]);
        assertThat(browser.get("hc:hc-9", "/exams/" + exam + "/questions.qti.zip"))
                .hasStatus(413);
    }
}
