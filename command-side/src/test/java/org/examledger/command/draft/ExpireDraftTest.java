package org.examledger.command.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.axonframework.test.aggregate.TestExecutor;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.draft.DraftDiscarded;
import org.examledger.events.draft.DraftExpired;
import org.examledger.events.draft.DraftFact;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.rules.DraftExpiry;
import org.junit.jupiter.api.Test;

class ExpireDraftTest extends DraftSpec {
    private static final Duration OVER = DraftExpiry.UNTOUCHED;

    private TestExecutor<ExamDraft> leftAlone(Duration time, DraftFact... facts) {
        return draft(facts).andGivenCurrentTime(NOW.plus(time));
    }

    @Test
    void a_draft_left_alone_for_thirty_days_expires() {
        var result = leftAlone(OVER, complete()).when(new ExpireDraft(DRAFT)).expectEvents(new DraftExpired(NOW));
        expectReceipt(result, receipt -> assertThat(receipt.firstTime()).isTrue());
    }

    @Test
    void a_draft_that_was_touched_meanwhile_does_not_expire() {
        var result = leftAlone(OVER.minusMillis(1), complete())
                .when(new ExpireDraft(DRAFT))
                .expectNoEvents();
        expectReceipt(result, receipt -> assertThat(receipt.firstTime()).isFalse());
    }

    @Test
    void what_was_locked_or_is_over_does_not_expire() {
        leftAlone(OVER, complete(), new DraftLocked(1, null))
                .when(new ExpireDraft(DRAFT))
                .expectNoEvents();
        leftAlone(OVER, new DraftDiscarded(null)).when(new ExpireDraft(DRAFT)).expectNoEvents();
        leftAlone(OVER, new DraftExpired(NOW)).when(new ExpireDraft(DRAFT)).expectNoEvents();
    }

    @Test
    void whoever_comes_first_after_the_thirty_days_brings_it_to_light_and_finds_nothing() {
        expectRefusal(
                leftAlone(OVER, complete())
                        .when(new ReviseDraft(DRAFT, DESK, fields(Map.of("title", "Late")), null, null))
                        .expectEvents(new DraftExpired(NOW)),
                Code.NOT_FOUND);
        expectRefusal(
                leftAlone(OVER, complete())
                        .when(new LockDraft(DRAFT, DEFAULTS, NO_POOLS, 7, null))
                        .expectEvents(new DraftExpired(NOW)),
                Code.NOT_FOUND);
        expectRefusal(
                leftAlone(OVER, complete()).when(new DiscardDraft(DRAFT, KEY)).expectEvents(new DraftExpired(NOW)),
                Code.NOT_FOUND);
    }

    @Test
    void an_expired_draft_is_there_for_nobody() {
        expectRefusal(
                draft(complete(), new DraftExpired(NOW))
                        .when(new ReviseDraft(DRAFT, DESK, fields(Map.of("title", "Late")), null, null))
                        .expectNoEvents(),
                Code.NOT_FOUND);
    }
}
