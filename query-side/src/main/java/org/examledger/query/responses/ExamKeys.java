package org.examledger.query.responses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.exam.ReviewPolicyChanged;
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

    /** Takes in what happened to an exam; what does not concern its key or its review changes nothing. */
    void take(Recorded recorded, ExamFact fact) {
        switch (fact) {
            case ExamLocked it -> store(recorded, it);
            case ExamRescheduled it -> reschedule(recorded, it);
            case ReviewPolicyChanged it ->
                jdbc.update(
                        "UPDATE response_exam SET (review_after_end, position) = (?, ?) WHERE exam_id = ? AND position < ?",
                        it.reviewAfterEnd(),
                        recorded.position(),
                        recorded.id(),
                        recorded.position());
            case AnswerKeyCorrected it -> correct(recorded, it);
            default -> {}
        }
    }

    private void store(Recorded recorded, ExamLocked fact) {
        var entries = fact.questions().stream().map(ExamKey.Entry::of).toList();
        jdbc.update(
                """
                INSERT INTO response_exam
                    (exam_id, zone, window_ends_at, review_after_end, key_version, answer_key, position)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (exam_id) DO NOTHING
                """,
                recorded.id(),
                fact.zone(),
                windowEnd(fact.windowEndsAt(), fact.zone()),
                fact.reviewAfterEnd(),
                AS_LOCKED,
                JSON.writeValueAsString(entries),
                recorded.position());
    }

    private void reschedule(Recorded recorded, ExamRescheduled fact) {
        jdbc.queryForList("SELECT zone FROM response_exam WHERE exam_id = ?", String.class, recorded.id())
                .forEach(zone -> jdbc.update(
                        "UPDATE response_exam SET (window_ends_at, position) = (?, ?) WHERE exam_id = ? AND position < ?",
                        windowEnd(fact.windowEndsAt(), zone),
                        recorded.position(),
                        recorded.id(),
                        recorded.position()));
    }

    private static @Nullable OffsetDateTime windowEnd(@Nullable String written, String zone) {
        return written == null
                ? null
                : OpeningTimes.ending(written, ZoneId.of(zone)).atOffset(ZoneOffset.UTC);
    }

    private void correct(Recorded recorded, AnswerKeyCorrected fact) {
        var key = load(List.of(recorded.id())).get(recorded.id());
        if (key == null || fact.keyVersion() <= key.version()) {
            return;
        }
        var before = key.correctOptionsOf(fact.questionId());
        var corrected = key.corrected(fact.questionId(), fact.correct(), fact.keyVersion());
        jdbc.update(
                "UPDATE response_exam SET (key_version, answer_key, position) = (?, ?, ?) WHERE exam_id = ?",
                corrected.version(),
                JSON.writeValueAsString(corrected.entries().values()),
                recorded.position(),
                recorded.id());
        jdbc.update(
                "INSERT INTO response_correction VALUES (?, ?, ?, ?, ?, ?)",
                recorded.id(),
                fact.keyVersion(),
                fact.questionId(),
                before.toArray(Integer[]::new),
                fact.correct().toArray(Integer[]::new),
                recorded.position());
    }

    /** All corrections of these exams, by exam, the oldest first. */
    Map<UUID, List<Correction>> corrections(Collection<UUID> examIds) {
        if (examIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .query(
                        "SELECT * FROM response_correction WHERE exam_id = ANY (?) ORDER BY exam_id, key_version",
                        (row, number) -> correction(row),
                        (Object) examIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Correction::examId));
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getObject("exam_id", UUID.class),
                row.getInt("key_version"),
                row.getInt("question_id"),
                List.of((Integer[]) row.getArray("was_correct").getArray()),
                List.of((Integer[]) row.getArray("correct").getArray()),
                row.getLong("position"));
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
