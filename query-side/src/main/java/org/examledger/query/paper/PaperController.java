package org.examledger.query.paper;

import java.util.List;
import java.util.UUID;
import org.examledger.events.Actor;
import org.examledger.events.session.PaperQuestion;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@RestController
class PaperController {
    private static final List<String> MODELS = List.of(PaperProjection.MODEL);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<PaperQuestion>> QUESTIONS = new TypeReference<>() {};
    private static final TypeReference<List<QuestionText>> TEXTS = new TypeReference<>() {};

    private final Readings readings;
    private final PaperSessions sessions;
    private final PaperExams exams;
    private final Replies replies;

    PaperController(Readings readings, PaperSessions sessions, PaperExams exams, Replies replies) {
        this.readings = readings;
        this.sessions = sessions;
        this.exams = exams;
        this.replies = replies;
    }

    /**
     * Shows the questions to the owner only, in whatever role, and not before he has started the newest attempt; however
     * that ended, he may read them again.
     */
    @GetMapping("/api/v1/sessions/{sessionId}/paper")
    ResponseEntity<PaperPages> paper(
            @PathVariable UUID sessionId, @RequestParam(required = false) @Nullable String atLeast, Actor caller) {
        return replies.unstored(readings.read(MODELS, atLeast, () -> paperOf(sessionId, caller.person())));
    }

    private PaperPages paperOf(UUID sessionId, String person) {
        var session = sessions.findById(sessionId)
                .filter(it -> it.person().equals(person))
                .orElseThrow(QueryProblem::notFound);
        if (!session.isStarted()) {
            throw QueryProblem.notStarted();
        }
        var exam = exams.findById(session.examId()).orElseThrow(QueryProblem::notFound);
        return PaperPages.of(
                sessionId,
                session.attempt(),
                session.questionsPerPage(),
                JSON.readValue(session.questions(), QUESTIONS),
                JSON.readValue(exam.questions(), TEXTS));
    }
}
