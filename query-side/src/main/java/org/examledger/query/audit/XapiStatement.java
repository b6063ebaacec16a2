package org.examledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.examledger.query.http.Millis;
import org.jspecify.annotations.Nullable;

/** A statement of xAPI 1.0.3, with the properties that follow from a session's facts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record XapiStatement(
        UUID id,
        Actor actor,
        Verb verb,
        Activity object,
        @Nullable Outcome result,
        Context context,
        @Millis Instant timestamp) {

    /** The opaque person of the log: statements name nobody (R13). */
    record Actor(String objectType, Account account) {
        static Actor of(String person) {
            return new Actor("Agent", new Account("urn:exam-ledger:people", person));
        }
    }

    record Account(String homePage, String name) {}

    record Verb(String id, Map<String, String> display) {
        static Verb adl(String word) {
            return new Verb("http://adlnet.gov/expapi/verbs/" + word, Map.of("en", word));
        }
    }

    record Activity(String objectType, String id) {
        static Activity exam(UUID examId) {
            return new Activity("Activity", "urn:exam-ledger:exam:" + examId);
        }

        static Activity question(UUID examId, int questionId) {
            return new Activity("Activity", "urn:exam-ledger:exam:" + examId + ":question:" + questionId);
        }
    }

    /**
     * @param response option ids, joined by {@code [,]} as xAPI writes several choices
     * @param success absent while the score does not count
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            @Nullable String response,
            @Nullable Boolean completion,
            @Nullable Boolean success,
            @Nullable Score score) {}

    record Score(long raw, long min, long max) {}

    /** All statements of a session have its id as registration; the extension names the fact. */
    record Context(UUID registration, Map<String, Object> extensions) {}
}
