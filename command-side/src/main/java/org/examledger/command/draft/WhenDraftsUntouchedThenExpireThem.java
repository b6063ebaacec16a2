package org.examledger.command.draft;

import java.time.Instant;
import java.util.UUID;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.Reply;
import org.examledger.events.Actor;
import org.examledger.events.rules.DraftExpiry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the drafts that nobody touched for 30 days (seed 003).
 *
 * <p>Several processes may do this at the same time without a lock between them: each draft decides once.
 */
public final class WhenDraftsUntouchedThenExpireThem {
    private static final Logger LOG = LoggerFactory.getLogger(WhenDraftsUntouchedThenExpireThem.class);

    private final UntouchedDrafts untouched;
    private final Commands commands;

    WhenDraftsUntouchedThenExpireThem(UntouchedDrafts untouched, Commands commands) {
        this.untouched = untouched;
        this.commands = commands;
    }

    /**
     * Asks every draft that looks expired to end.
     *
     * @return how many did
     */
    public int expireAsOf(Instant now) {
        var ended = 0;
        for (var draftId : untouched.since(now.minus(DraftExpiry.UNTOUCHED))) {
            if (hasEnded(draftId)) {
                ended++;
            }
        }
        return ended;
    }

    /** One draft that cannot be reached must not keep the others. */
    private boolean hasEnded(UUID draftId) {
        try {
            Reply<DraftReceipt> reply = commands.send(new ExpireDraft(draftId), Actor.SYSTEM);
            return reply.answer().firstTime();
        } catch (RuntimeException failed) {
            LOG.warn("Draft {} could not be asked whether it has expired; the next look will", draftId, failed);
            return false;
        }
    }
}
