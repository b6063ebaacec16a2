package org.examledger.query.responses;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.rules.OpeningTimes;
import org.examledger.query.feed.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of the exams' keys and review policies. */
@Component
class ExamKeys {
    private static final int AS_LOCKED = 1;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<ExamKey.Entry>> ENTRIES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    ExamKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void store(Recorded recorded, ExamLocked fact) {
        var entries = fact.questions().stream().map(ExamKey.Entry::of).toList();
        jdbc.update(
                """
                INSERT INTO response_exam AS stored
                    (exam_id, window_ends_at, review_after_end, key_version, answer_key, position)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (exam_id) DO UPDATE
                SET (window_ends_at, review_after_end, key_version, answer_key, position)
                  = (excluded.window_ends_at, excluded.review_after_end, excluded.key_version, excluded.answer_key,
                     excluded.position)
                WHERE stored.position < excluded.position
                """,
                recorded.id(),
                windowEnd(fact),
                fact.reviewAfterEnd(),
                AS_LOCKED,
                JSON.writeValueAsString(entries),
                recorded.position());
    }

    private static java.time.@Nullable OffsetDateTime windowEnd(ExamLocked fact) {
        var end = fact.windowEndsAt();
        return end == null
                ? null
                : OpeningTimes.ending(end, ZoneId.of(fact.zone())).atOffset(java.time.ZoneOffset.UTC);
    }

    /** The keys of these exams, by exam. */
    Map<UUID, ExamKey> load(Collection<UUID> examIds) {
        var keys = new HashMap<UUID, ExamKey>();
        jdbc.query(
                "SELECT exam_id, key_version, answer_key FROM response_exam WHERE exam_id = ANY (?)",
                row -> {
                    var examId = row.getObject(1, UUID.class);
                    var entries = JSON.readValue(row.getString(3), ENTRIES);
                    keys.put(examId, ExamKey.of(examId, row.getInt(2), entries));
                },
                (Object) examIds.toArray(UUID[]::new));
        return keys;
    }

    /** When right answers may be shown to the worker; false while neither policy nor window allow it. */
    boolean mayReview(UUID examId, Instant now) {
        return jdbc
                .query(
                        "SELECT review_after_end OR window_ends_at <= ? FROM response_exam WHERE exam_id = ?",
                        (row, number) -> row.getBoolean(1),
                        now.atOffset(java.time.ZoneOffset.UTC),
                        examId)
                .stream()
                .anyMatch(Boolean::booleanValue);
    }
}
