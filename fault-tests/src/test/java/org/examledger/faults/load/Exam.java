package org.examledger.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ExamDraft;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.LockedExam;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.SavedDraft;

/** Nine questions with four options each, on three pages, for workers nobody else uses. */
public record Exam(String examId, List<Seat> seats) {
    public static final int QUESTIONS = 9;
    public static final int OPTIONS = 4;
    public static final int PER_PAGE = 3;
    private static final int MINUTES = 120;
    private static final AtomicInteger NEXT_WORKER = new AtomicInteger(800_001);

    /** A worker with his token and his session. */
    public record Seat(String worker, String token, String session) {}

    public static Exam locked(LedgerClient client, int workers) {
        return locked(client, workers, MINUTES);
    }

    public static Exam locked(LedgerClient client, int workers, int minutes) {
        var names = IntStream.range(0, workers)
                .mapToObj(any -> "worker-" + NEXT_WORKER.getAndIncrement())
                .toList();
        var draft = new ExamDraft(
                "Exam under faults",
                "faults",
                "2025-03-01",
                "UTC",
                minutes,
                50,
                PER_PAGE,
                names.stream()
                        .map(name -> new ExamDraft.Worker(name, "Walker " + name))
                        .toList(),
                IntStream.rangeClosed(1, QUESTIONS).mapToObj(Exam::question).toList());
        var saved = client.sendAs("hc", Call.post(Paths.DRAFTS, draft)).as(SavedDraft.class);
        var exam = client.sendAs("hc", Call.post(Paths.lock(String.valueOf(saved.draftId()))))
                .as(LockedExam.class);
        var sessions = exam.sessionsByWorker();
        var seats = new ArrayList<Seat>();
        names.forEach(name -> seats.add(new Seat(name, client.token(name), sessions.getOrDefault(name, "none"))));
        return new Exam(exam.examId(), seats);
    }

    private static ExamDraft.Question question(int id) {
        var options = IntStream.rangeClosed(1, OPTIONS)
                .mapToObj(option -> new ExamDraft.Option(option, "option " + option))
                .toList();
        return new ExamDraft.Question(id, "Question " + id, options, List.of(1 + id % OPTIONS), 5);
    }

    static int pageOf(int question) {
        return (question - 1) / PER_PAGE;
    }
}
