package org.examledger.command.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.draft.DraftDiscarded;
import org.examledger.events.draft.DraftExpired;
import org.examledger.events.draft.DraftLocked;
import org.junit.jupiter.api.Test;

class DiscardDraftTest extends DraftSpec {
    private static final DiscardDraft DISCARD = new DiscardDraft(DRAFT, KEY);

    @Test
    void a_draft_is_thrown_away() {
        draft(complete()).when(DISCARD).expectEvents(new DraftDiscarded(KEY));
    }

    @Test
    void throwing_away_again_gets_the_first_result() {
        for (var again : new DiscardDraft[] {DISCARD, new DiscardDraft(DRAFT, null)}) {
            expectReceipt(
                    draft(complete(), new DraftDiscarded(KEY)).when(again).expectNoEvents(),
                    receipt -> assertThat(receipt.firstTime()).isFalse());
        }
    }

    @Test
    void a_command_id_of_a_save_throws_nothing_away() {
        expectRefusal(
                draft(saved(1, fields(Map.of("title", "Fire")), KEY))
                        .when(DISCARD)
                        .expectNoEvents(),
                Code.COMMAND_REUSED);
    }

    @Test
    void a_locked_draft_is_not_thrown_away() {
        expectRefusal(draft(complete(), new DraftLocked(1, null)).when(DISCARD).expectNoEvents(), Code.DRAFT_LOCKED);
    }

    @Test
    void what_has_expired_cannot_be_thrown_away() {
        expectRefusal(draft(new DraftExpired(NOW)).when(DISCARD).expectNoEvents(), Code.NOT_FOUND);
    }

    @Test
    void what_was_thrown_away_is_there_for_no_other_command() {
        var gone = draft(complete(), new DraftDiscarded(KEY));
        expectRefusal(
                gone.when(new ReviseDraft(DRAFT, PHONE, fields(Map.of("title", "Fire")), null, null))
                        .expectNoEvents(),
                Code.NOT_FOUND);
        expectRefusal(
                draft(complete(), new DraftDiscarded(KEY))
                        .when(new LockDraft(DRAFT, DEFAULTS, NO_POOLS, 7, null))
                        .expectNoEvents(),
                Code.NOT_FOUND);
        draft(complete(), new DraftDiscarded(KEY)).when(new ExpireDraft(DRAFT)).expectNoEvents();
    }
}
