package org.examledger.query.responses;

import java.util.List;

/**
 * Another answer to a question.
 *
 * @param correct right options; none = the question is void, which takes it out of the maximum
 */
public record KeyChange(int questionId, List<Integer> correct) {
    public KeyChange {
        correct = List.copyOf(correct);
    }
}
