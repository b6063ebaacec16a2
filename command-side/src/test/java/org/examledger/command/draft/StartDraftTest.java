package org.examledger.command.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.test.aggregate.ResultValidator;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftStarted;
import org.junit.jupiter.api.Test;

class StartDraftTest extends DraftSpec {
    private static final DraftChanges NOTHING = changes(Map.of(), Set.of(), null, null);

    @Test
    void a_draft_may_begin_empty() {
        fixture.givenCurrentTime(NOW)
                .when(new StartDraft(DRAFT, DESK, NOTHING, KEY))
                .expectEvents(new DraftStarted(DRAFT, "desk", KEY));
    }

    @Test
    void a_draft_may_begin_with_content() {
        var result = fixture.givenCurrentTime(NOW)
                .when(new StartDraft(DRAFT, DESK, fields(Map.of("title", "Fire")), KEY))
                .expectEvents(
                        new DraftStarted(DRAFT, "desk", KEY),
                        new DraftRevised(
                                1,
                                Map.of("title", "Fire"),
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                List.of(),
                                List.of(),
                                "desk",
                                KEY,
                                ContentHash.of(fields(Map.of("title", "Fire"))),
                                null,
                                null,
                                null));
        expectReceipt(result, receipt -> {
            assertThat(receipt.revision()).isEqualTo(1);
            assertThat(receipt.savedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void beginning_twice_with_one_command_begins_once() {
        var result = fixture.givenCurrentTime(NOW)
                .andGiven(new DraftStarted(DRAFT, "desk", KEY))
                .when(new StartDraft(DRAFT, DESK, NOTHING, KEY))
                .expectNoEvents();
        expectReceipt(result, receipt -> assertThat(receipt.firstTime()).isFalse());
    }

    @Test
    void beginning_again_with_another_content_is_refused() {
        var title = fields(Map.of("title", "Fire"));
        var begun = saved(1, title, KEY);

        expectReused(fixture.givenCurrentTime(NOW)
                .andGiven(new DraftStarted(DRAFT, "desk", KEY))
                .when(new StartDraft(DRAFT, DESK, title, KEY)));
        expectReused(fixture.givenCurrentTime(NOW)
                .andGiven(new DraftStarted(DRAFT, "desk", KEY), begun)
                .when(new StartDraft(DRAFT, DESK, fields(Map.of("title", "Fire", "category", "A")), KEY)));
        var repeated = fixture.givenCurrentTime(NOW)
                .andGiven(new DraftStarted(DRAFT, "desk", KEY), begun)
                .when(new StartDraft(DRAFT, DESK, title, KEY))
                .expectNoEvents();
        expectReceipt(repeated, receipt -> assertThat(receipt.revision()).isEqualTo(1));
    }

    private static void expectReused(ResultValidator<ExamDraft> result) {
        expectReply(
                result.expectNoEvents(),
                reply -> assertThat(Objects.requireNonNull(reply.refusal()).code())
                        .isEqualTo(Code.COMMAND_REUSED));
    }
}
