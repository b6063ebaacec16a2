package org.examledger.command.session;

import java.util.Optional;
import java.util.UUID;
import org.examledger.command.handling.Consulted;
import org.jspecify.annotations.Nullable;

/** What a session asks its exam when it decides: everything that may have changed since it was assigned. */
public interface ExamTerms extends Consulted {
    /**
     * Whether a worker may start who says this word (R16).
     *
     * @param word absent when he says none
     */
    boolean admits(UUID examId, @Nullable String word);

    /** The terms of another attempt; empty when the exam gives none, because it was cancelled or is unknown. */
    Optional<AttemptTerms> next(UUID examId, String person, int attempt);

    /**
     * Whether all sessions have heard of everything that the exam has to tell them. As long as they have not, its terms
     * may hold what is still on its way to a session, which would then get it twice.
     */
    boolean hasToldAll(UUID examId);
}
