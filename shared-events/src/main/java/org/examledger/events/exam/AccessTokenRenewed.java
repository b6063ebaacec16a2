package org.examledger.events.exam;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The word that has to be known for the first start was replaced; the old one opens nothing any more (R16).
 */
@Remembered(name = "AccessTokenRenewed")
public record AccessTokenRenewed(
        AccessToken accessToken, @Nullable UUID commandId) implements ExamFact {}
