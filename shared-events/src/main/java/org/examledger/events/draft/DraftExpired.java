package org.examledger.events.draft;

import java.time.Instant;
import org.examledger.events.Remembered;

/**
 * The draft was left alone for too long, see {@link org.examledger.events.rules.DraftExpiry} (seed 003).
 *
 * @param lastTouchedAt when it was saved last
 */
@Remembered(name = "DraftExpired")
public record DraftExpired(Instant lastTouchedAt) implements DraftFact {}
