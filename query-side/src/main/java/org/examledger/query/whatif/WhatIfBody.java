package org.examledger.query.whatif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.responses.KeyChange;
import org.jspecify.annotations.Nullable;

/**
 * A question about another key, another pass mark, or both.
 *
 * @param correct right options of the question; none = it is dropped
 * @param reason as a correction of the key has it, so that one body serves both; it changes nothing
 * @param keys further questions
 */
record WhatIfBody(
        @Nullable Integer questionId,
        @Nullable List<@Nullable Integer> correct,
        @Nullable String reason,
        @Nullable List<@Nullable SupposedKey> keys,
        @Nullable Integer passPercentage) {

    private static final int MOST_KEYS = 1000;
    private static final int MOST_OPTIONS = 1000;

    record SupposedKey(
            @Nullable Integer questionId, @Nullable List<@Nullable Integer> correct) {}

    /** @throws org.springframework.web.ErrorResponseException 400 when something is missing or senseless */
    Supposition read() {
        var changes = new ArrayList<KeyChange>();
        if (questionId != null || correct != null || (keys == null && passPercentage == null)) {
            changes.add(change(questionId, correct, ""));
        }
        var more = keys == null ? List.<@Nullable SupposedKey>of() : keys;
        if (more.size() > MOST_KEYS) {
            throw QueryProblem.invalid("keys", "has more than " + MOST_KEYS + " entries");
        }
        for (var key : more) {
            if (key == null) {
                throw QueryProblem.invalid("keys", "has an empty entry");
            }
            changes.add(change(key.questionId(), key.correct(), "keys."));
        }
        var seen = new HashSet<Integer>();
        if (!changes.stream().allMatch(it -> seen.add(it.questionId()))) {
            throw QueryProblem.invalid("questionId", "is named twice");
        }
        if (passPercentage != null && (passPercentage < 0 || passPercentage > 100)) {
            throw QueryProblem.invalid("passPercentage", "must be 0 to 100");
        }
        return new Supposition(
                List.copyOf(changes), passPercentage == null ? OptionalInt.empty() : OptionalInt.of(passPercentage));
    }

    private static KeyChange change(
            @Nullable Integer question, @Nullable List<@Nullable Integer> options, String within) {
        if (question == null) {
            throw QueryProblem.invalid(within + "questionId", "is missing");
        }
        if (options == null) {
            throw QueryProblem.invalid(within + "correct", "is missing");
        }
        if (options.size() > MOST_OPTIONS) {
            throw QueryProblem.invalid(within + "correct", "has more than " + MOST_OPTIONS + " entries");
        }
        if (options.stream().anyMatch(Objects::isNull)) {
            throw QueryProblem.invalid(within + "correct", "has an empty entry");
        }
        return new KeyChange(
                question,
                options.stream()
                        .map(Objects::requireNonNull)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
