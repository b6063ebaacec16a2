package org.examledger.events.session;

import java.util.List;

/**
 * One question of a paper, without its text and without its key.
 *
 * @param multiple whether several options may be chosen; frozen when the exam is locked
 */
public record PaperQuestion(int questionId, List<Integer> optionIds, boolean multiple, int points) {
    public PaperQuestion {
        optionIds = List.copyOf(optionIds);
    }
}
