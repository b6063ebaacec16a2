package org.examledger.endtoend.http;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ExamDraft;
import org.examledger.endtoend.client.ExamDraft.Option;
import org.examledger.endtoend.client.ExamDraft.Question;
import org.examledger.endtoend.client.ExamDraft.Worker;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.LockedExam;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.SavedDraft;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.client.SessionClient;

/**
 * Three questions on three pages, for workers nobody else uses. Right are 2 of question 11 (5 points), 3 of question 12
 * (10 points) and both 1 and 4 of question 13 (20 points).
 */
public record TinyExam(LedgerClient client, String examId, List<SessionClient> sessions, long position) {
    static final int MAXIMUM = 35;
    static final int PASS_PERCENTAGE = 60;
    private static final AtomicInteger NEXT_WORKER = new AtomicInteger(700_001);

    public static TinyExam locked(LedgerClient client, int workers) {
        return locked(client, draft("Tiny exam", workers));
    }

    /** The same exam with another opening. */
    public static TinyExam lockedTo(LedgerClient client, int workers, String opensAt, String zone) {
        var draft = draft("Tiny exam", workers);
        return locked(
                client,
                new ExamDraft(
                        draft.title(),
                        draft.category(),
                        opensAt,
                        zone,
                        draft.durationMinutes(),
                        draft.passPercentage(),
                        draft.questionsPerPage(),
                        draft.workers(),
                        draft.questions()));
    }

    /**
     * The same exam for one worker with something besides.
     *
     * @param more fields of a draft
     */
    public static TinyExam lockedWith(LedgerClient client, Map<String, Object> more) {
        var draft = draft("Tiny exam", 1);
        var draftId = save(client, draft);
        client.sendAs("hc", Call.put(Paths.draft(draftId), more)).successful();
        return locked(client, draft, draftId);
    }

    public static TinyExam locked(LedgerClient client, ExamDraft draft) {
        return locked(client, draft, save(client, draft));
    }

    private static TinyExam locked(LedgerClient client, ExamDraft draft, String draftId) {
        var exam = client.sendAs("hc", Call.post(Paths.lock(draftId))).as(LockedExam.class);
        var sessions = draft.workers().stream()
                .map(Worker::workerId)
                .map(worker -> new SessionClient(
                        client, worker, exam.sessionsByWorker().getOrDefault(worker, "none")))
                .toList();
        return new TinyExam(client, exam.examId(), sessions, exam.position());
    }

    public static ExamDraft draft(String title, int workers) {
        return new ExamDraft(
                title,
                "walk",
                "2025-03-01",
                "UTC",
                45,
                PASS_PERCENTAGE,
                1,
                IntStream.range(0, workers)
                        .map(index -> NEXT_WORKER.getAndIncrement())
                        .mapToObj(number -> new Worker("worker-" + number, "Walker " + number))
                        .toList(),
                List.of(question(11, 5, 2), question(12, 10, 3), question(13, 20, 1, 4)));
    }

    static String save(LedgerClient client, ExamDraft draft) {
        var saved = client.sendAs("hc", Call.post(Paths.DRAFTS, draft)).as(SavedDraft.class);
        if (saved.draftId() == null) {
            throw new AssertionError("a draft was saved without an id");
        }
        return saved.draftId();
    }

    private static Question question(int id, int points, Integer... correct) {
        var options = IntStream.rangeClosed(1, 4)
                .mapToObj(option -> new Option(option, "option " + option + " of " + id))
                .toList();
        return new Question(id, "text of question " + id, options, List.of(correct), points);
    }

    public SessionClient session() {
        return sessions.getFirst();
    }

    /** Begins the first worker's session. */
    public Receipt start() {
        return start(session());
    }

    static Receipt start(SessionClient session) {
        return session.start(UUID.randomUUID()).as(Receipt.class);
    }

    public static SelectAnswer answer(long epoch, long clientSeq, int questionId, Integer... options) {
        return new SelectAnswer(epoch, clientSeq, questionId, List.of(options), questionId - 11, null);
    }
}
