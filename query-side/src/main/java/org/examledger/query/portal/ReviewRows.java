package org.examledger.query.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.session.PaperQuestion;
import org.examledger.query.life.SessionRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a started session's paper from the read model {@code paper}, and what is answered from {@code sessions}. */
@Component
class ReviewRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<PaperQuestion>> QUESTIONS = new TypeReference<>() {};
    private static final TypeReference<List<Text>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A question's wording as the read model keeps it. */
    private record Text(int id, String text, List<ExamOption> options) {}

    Review of(PortalSession session, SessionRow row) {
        var answered = answered(session.id(), row.attempt());
        return jdbc.sql("""
                SELECT title, paper_session.questions, paper_exam.questions
                FROM paper_session JOIN paper_exam USING (exam_id) JOIN session_exam USING (exam_id)
                WHERE session_id = ?
                """)
                .param(session.id())
                .query((found, number) -> new Review(
                        session.number(),
                        found.getString(1),
                        row.total(),
                        open(found.getString(2), found.getString(3), answered),
                        null))
                .single();
    }

    private Set<Integer> answered(UUID sessionId, int attempt) {
        return new HashSet<>(jdbc.sql("""
                SELECT question_id FROM session_answer
                WHERE session_id = ? AND attempt = ? AND cardinality(option_ids) > 0
                """)
                .param(sessionId)
                .param(attempt)
                .query(Integer.class)
                .list());
    }

    private static List<Review.Question> open(String paper, String texts, Set<Integer> answered) {
        Map<Integer, String> byId = new HashMap<>();
        JSON.readValue(texts, TEXTS).forEach(it -> byId.put(it.id(), it.text()));
        var open = new ArrayList<Review.Question>();
        var place = 0;
        for (var question : JSON.readValue(paper, QUESTIONS)) {
            place++;
            if (!answered.contains(question.questionId())) {
                open.add(new Review.Question(place, byId.getOrDefault(question.questionId(), "")));
            }
        }
        return List.copyOf(open);
    }
}
