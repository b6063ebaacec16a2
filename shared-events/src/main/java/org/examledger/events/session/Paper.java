package org.examledger.events.session;

import java.util.List;

/**
 * The questions of one attempt in the order in which the worker sees them.
 *
 * @param questionsPerPage at least 1
 * @param hash SHA-256 in hexadecimal over ids, points, texts and pictures, so that what was shown can be proved
 *     later
 */
public record Paper(List<PaperQuestion> questions, int questionsPerPage, String hash) {
    public Paper {
        questions = List.copyOf(questions);
    }

    public int total() {
        return questions.size();
    }

    /** Number of pages; a valid page index is 0..pages-1 (R7). */
    public int pages() {
        return (questions.size() + questionsPerPage - 1) / questionsPerPage;
    }
}
