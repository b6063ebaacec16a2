package org.examledger.endtoend.stub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** One session with the rules R1 to R3, and the one fault that is planted. */
final class StubSession {
    final String sessionId;
    final String workerId;
    final String name;
    String status = "OPEN";
    private final Plant plant;
    private final AtomicLong positions;
    private final List<Map<String, Object>> events = new ArrayList<>();
    private final Map<Long, String> outcomes = new HashMap<>();
    private final Map<Integer, Long> newest = new HashMap<>();
    private final Map<Integer, List<Integer>> answers = new HashMap<>();
    private long pageSeq = -1;
    private int page;
    private boolean planted;

    StubSession(String sessionId, String workerId, String name, Plant plant, AtomicLong positions) {
        this.sessionId = sessionId;
        this.workerId = workerId;
        this.name = name;
        this.plant = plant;
        this.positions = positions;
        append("SessionAssigned", Map.of("workerId", "opaque"));
    }

    synchronized void start() {
        if (status.equals("OPEN")) {
            status = "IN_PROGRESS";
            append("SessionStarted", Map.of("epoch", 1));
        }
    }

    synchronized Map<String, Object> answer(JsonNode body, long clientSeq) {
        var known = outcomes.get(clientSeq);
        if (known != null && !once(Plant.STORES_A_REPEATED_COMMAND_AGAIN)) {
            return Map.of("clientSeq", clientSeq, "outcome", "duplicate", "first", known);
        }
        var question = body.path("questionId").asInt();
        var options = body.path("optionIds").valueStream().map(JsonNode::asInt).toList();
        var stale = newest.getOrDefault(question, -1L) > clientSeq && plant != Plant.LETS_THE_LAST_ARRIVAL_WIN;
        var outcome = stale ? "superseded" : "stored";
        outcomes.put(clientSeq, outcome);
        if (!stale) {
            newest.put(question, clientSeq);
            answers.put(question, options);
        }
        turn(body, clientSeq);
        if (clientSeq < 3 || !once(Plant.LOSES_AN_ACKNOWLEDGED_ANSWER)) {
            var stored = once(Plant.STORES_ANOTHER_OPTION) ? List.of(options.getFirst() % 11 + 1) : options;
            append(
                    stale ? "AnswerSuperseded" : "AnswerSelected",
                    Map.of(
                            "epoch",
                            1,
                            "clientSeq",
                            clientSeq,
                            "questionId",
                            question,
                            "optionIds",
                            stored,
                            "pageIndex",
                            body.path("pageIndex").asInt()));
        }
        var said = stale && plant == Plant.SAYS_STORED_FOR_SUPERSEDED ? "stored" : outcome;
        return Map.of("clientSeq", clientSeq, "outcome", said);
    }

    synchronized Map<String, Object> turnPage(JsonNode body, long clientSeq) {
        if (outcomes.putIfAbsent(clientSeq, "stored") != null) {
            return Map.of("outcome", "duplicate", "first", "stored");
        }
        turn(body, clientSeq);
        if (clientSeq < 3 || !once(Plant.LOSES_AN_ACKNOWLEDGED_PAGE_CHANGE)) {
            append(
                    "PageChanged",
                    Map.of(
                            "epoch",
                            1,
                            "clientSeq",
                            clientSeq,
                            "pageIndex",
                            body.path("pageIndex").asInt()));
        }
        return Map.of("outcome", "stored");
    }

    synchronized void submit(JsonNode body) {
        body.path("answers")
                .valueStream()
                .forEach(answer -> answer(answer, answer.path("clientSeq").asLong()));
        if (status.equals("SUBMITTED") || once(Plant.FORGETS_THE_SUBMIT)) {
            return;
        }
        status = "SUBMITTED";
        append(
                "SessionSubmitted",
                Map.of("epoch", 1, "clientSeq", body.path("clientSeq").asLong()));
    }

    private void turn(JsonNode body, long clientSeq) {
        if (clientSeq > pageSeq || plant == Plant.LETS_THE_LAST_ARRIVAL_WIN) {
            pageSeq = clientSeq;
            page = body.path("pageIndex").asInt();
        }
    }

    private void append(String type, Map<String, Object> payload) {
        var sequence = events.size();
        if (sequence > 5 && plant == Plant.LEAVES_A_HOLE_IN_THE_STREAM) {
            sequence++;
        }
        events.add(Map.of(
                "sequence",
                sequence,
                "position",
                positions.incrementAndGet(),
                "type",
                type,
                "revision",
                1,
                "at",
                "2026-01-01T00:00:00.000Z",
                "actor",
                "opaque",
                "payload",
                payload,
                "hash",
                "00"));
        if (sequence == 5 && once(Plant.INVENTS_AN_ANSWER)) {
            append(
                    "AnswerSuperseded",
                    Map.of("epoch", 1, "clientSeq", 99_999, "questionId", 1, "optionIds", List.of(1), "pageIndex", 0));
        }
    }

    /** Each session gets the fault once. */
    private boolean once(Plant fault) {
        if (plant != fault || planted) {
            return false;
        }
        planted = true;
        return true;
    }

    synchronized List<Map<String, Object>> events(long after) {
        return events.stream()
                .filter(event -> ((Integer) event.getOrDefault("sequence", -1)) > after)
                .toList();
    }

    synchronized Map<String, Object> resume() {
        var shown = new HashMap<String, Object>();
        answers.forEach((question, options) -> shown.put(question.toString(), options));
        if (plant == Plant.SHOWS_ANOTHER_OPTION) {
            shown.put("2", List.of(answers.getOrDefault(2, List.of(0)).getFirst() % 11 + 1));
        }
        return Map.of(
                "sessionId",
                sessionId,
                "status",
                status,
                "epoch",
                1,
                "pageIndex",
                plant == Plant.SHOWS_ANOTHER_PAGE ? (page + 1) % 7 : page,
                "pages",
                7,
                "answers",
                shown,
                "answered",
                answers.size(),
                "total",
                7,
                "lastClientSeq",
                outcomes.keySet().stream().mapToLong(Long::longValue).max().orElse(0));
    }

    synchronized Map<String, Object> result() {
        var points = points();
        return Map.of(
                "sessionId",
                sessionId,
                "status",
                status,
                "attempt",
                1,
                "score",
                points,
                "maximum",
                70,
                "percent",
                100 * points / 70,
                "passed",
                100 * points / 70 >= 50);
    }

    synchronized Map<String, Object> row() {
        var row = new HashMap<String, Object>(Map.of(
                "sessionId",
                sessionId,
                "workerName",
                name,
                "status",
                status,
                "total",
                7,
                "pageIndex",
                page,
                "answered",
                answers.size() - (plant == Plant.COUNTS_ONE_ANSWER_LESS_IN_THE_MONITOR ? 1 : 0)));
        if (status.equals("SUBMITTED")) {
            row.put("score", points());
        }
        return row;
    }

    private int points() {
        var right = List.of(plant == Plant.SCORES_ANOTHER_KEY ? 1 : 11);
        return 10 * (int) answers.values().stream().filter(right::equals).count();
    }

    Map<String, Object> receipt(Map<String, ?> more) {
        var receipt = new HashMap<String, Object>(Map.of(
                "sessionId",
                sessionId,
                "status",
                status,
                "sequence",
                0,
                "position",
                positions.get(),
                "epoch",
                1,
                "currentEpoch",
                1));
        receipt.putAll(more);
        return receipt;
    }
}
