package org.examledger.faults.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the rows of one session come to. Written from the rules (R1, R4), not from the service's code, so that both can be
 * held against each other.
 */
final class SessionFold {
    /** Which status an end leaves behind. */
    static final Map<String, String> ENDS = Map.of(
            "SessionSubmitted", "SUBMITTED",
            "ExamClosed", "CLOSED",
            "SessionTimedOut", "TIMED_OUT",
            "SessionAbandoned", "ABANDONED",
            "WorkerWithdrawn", "WITHDRAWN",
            "SessionCancelled", "CANCELLED");

    /** What stands for a question. No options: cleared, which is no answer but has its place. */
    record Answer(List<Integer> options, ClientPlace place, int changes) {}

    private final Map<Integer, Answer> answers = new TreeMap<>();
    private int attempt;
    private int epoch;
    private long lastClientSeq;
    private int pageIndex;
    private ClientPlace page = ClientPlace.NONE;
    private String ended = "";
    private long position;

    static SessionFold of(List<LogRow> rows) {
        var fold = new SessionFold();
        rows.forEach(fold::take);
        return fold;
    }

    void take(LogRow row) {
        var fields = row.fields();
        position = row.position();
        var end = ENDS.get(row.name());
        if (end != null) {
            ended = end;
            return;
        }
        switch (row.name()) {
            case "SessionAssigned" -> attempt = fields.path("attempt").asInt();
            case "SessionStarted", "SessionResumed" -> {
                epoch = fields.path("epoch").asInt();
                lastClientSeq = 0;
            }
            case "AnswerSelected" -> {
                received(row.place());
                turn(fields, row.place());
                answer(fields, row.place());
            }
            case "AnswerSuperseded" -> received(row.place());
            case "PageChanged" -> {
                received(row.place());
                turn(fields, row.place());
            }
            case "LateAnswersAccepted" -> fields.path("answers").forEach(this::accept);
            case "SessionReopened" -> ended = "";
            case "SessionReset" -> reset(fields);
            default -> {
                // Changes neither answers nor place nor end.
            }
        }
    }

    private void accept(JsonNode answer) {
        var place = new ClientPlace(
                answer.path("epoch").asInt(), answer.path("clientSeq").asLong());
        received(place);
        turn(answer, place);
        answer(answer, place);
    }

    private void reset(JsonNode fields) {
        attempt = fields.path("attempt").asInt();
        answers.clear();
        ended = "";
        lastClientSeq = 0;
        pageIndex = 0;
        page = ClientPlace.NONE;
    }

    private void received(ClientPlace place) {
        if (place.epoch() == epoch) {
            lastClientSeq = Math.max(lastClientSeq, place.clientSeq());
        }
    }

    private void turn(JsonNode fields, ClientPlace place) {
        if (place.isAfter(page)) {
            page = place;
            pageIndex = fields.path("pageIndex").asInt();
        }
    }

    private void answer(JsonNode fields, ClientPlace place) {
        var question = fields.path("questionId").asInt();
        var before = answers.get(question);
        if (before == null || place.isAfter(before.place())) {
            var changes = before == null ? 0 : before.changes() + 1;
            answers.put(question, new Answer(LogRow.sorted(fields.path("optionIds")), place, changes));
        }
    }

    Map<Integer, Answer> answers() {
        return answers;
    }

    /** Chosen options of each question that has any, as a page shows them. */
    Map<Integer, List<Integer>> shown() {
        var shown = new LinkedHashMap<Integer, List<Integer>>();
        answers.forEach((question, answer) -> {
            if (!answer.options().isEmpty()) {
                shown.put(question, answer.options());
            }
        });
        return shown;
    }

    int answered() {
        return shown().size();
    }

    int attempt() {
        return attempt;
    }

    int epoch() {
        return epoch;
    }

    long lastClientSeq() {
        return lastClientSeq;
    }

    int pageIndex() {
        return pageIndex;
    }

    /** Status by the end that holds now, empty while there is none. */
    String ended() {
        return ended;
    }

    long position() {
        return position;
    }
}
