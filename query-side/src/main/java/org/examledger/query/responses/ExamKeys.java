package org.examledger.query.responses;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.rules.OpeningTimes;
import org.examledger.query.feed.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of the exams' keys and review policies. */
@Component
class ExamKeys {
    private static final int AS_LOCKED = 1;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<ExamKey.Entry>> ENTRIES = new TypeReference<>() {};

    private static final int MOST_KEPT = 1000;

    private final JdbcTemplate jdbc;
    private final Map<Place, ExamKey> read = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, ExamKey> eldest) {
            return size() > MOST_KEPT;
        }
    });

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
                : OpeningTimes.ending(end, ZoneId.of(fact.zone())).atOffset(ZoneOffset.UTC);
    }

    /** The keys of these exams, by exam; a key that was read before is read again only when another one took its place. */
    Map<UUID, ExamKey> load(Collection<UUID> examIds) {
        if (examIds.isEmpty()) {
            return Map.of();
        }
        var positions = new HashMap<UUID, Long>();
        jdbc.query(
                "SELECT exam_id, position FROM response_exam WHERE exam_id = ANY (?)",
                (RowCallbackHandler) row -> positions.put(row.getObject(1, UUID.class), row.getLong(2)),
                (Object) examIds.toArray(UUID[]::new));
        var keys = new HashMap<UUID, ExamKey>();
        positions.forEach((examId, position) ->
                keys.put(examId, read.computeIfAbsent(new Place(examId, position), place -> read(place.examId()))));
        return keys;
    }

    private ExamKey read(UUID examId) {
        return jdbc.query(
                        "SELECT key_version, answer_key FROM response_exam WHERE exam_id = ?",
                        (row, number) -> ExamKey.of(examId, row.getInt(1), JSON.readValue(row.getString(2), ENTRIES)),
                        examId)
                .getFirst();
    }

    /** When right answers may be shown to the worker; false while neither policy nor window allow it. */
    boolean mayReview(UUID examId, Instant now) {
        return jdbc
                .query(
                        "SELECT review_after_end OR window_ends_at <= ? FROM response_exam WHERE exam_id = ?",
                        (row, number) -> row.getBoolean(1),
                        now.atOffset(ZoneOffset.UTC),
                        examId)
                .stream()
                .anyMatch(Boolean::booleanValue);
    }

    /** A key by the exam and the position of the fact that made it. */
    private record Place(UUID examId, long position) {}
}
