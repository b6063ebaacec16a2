package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.examledger.service.Client;
import org.examledger.service.Client.Answer;

/** Sessions and exams in each state, each handed out once, so that what one call changes is not seen by the next. */
final class Places {
    /** The states that the table of routes tells apart. */
    enum State {
        NOT_STARTED,
        RUNNING,
        ENDED
    }

    /**
     * @param id of the session or exam
     * @param owner the worker whose session it is, or who sits the exam
     * @param epoch what his commands have to name
     * @param position from which on read models show it in its state
     */
    record Place(String id, String owner, int epoch, long position) {}

    static final String SESSION = "/api/v1/sessions/{id}";
    static final String EXAM = "/api/v1/exams/{id}";
    private static final int SESSIONS_AT_ONCE = 60;

    private final Client anyone;
    private final Client hc;
    private final Deque<Place> assigned = new ArrayDeque<>();
    private int workers = 500_000;

    Places(int port) {
        anyone = Client.anonymous(port);
        hc = anyone.as("hc");
    }

    Client hc() {
        return hc;
    }

    Place session(State state) {
        if (assigned.isEmpty()) {
            var unused = lockedExam(SESSIONS_AT_ONCE, assigned);
        }
        return in(state, assigned.remove());
    }

    private Place in(State state, Place place) {
        if (state == State.NOT_STARTED) {
            return place;
        }
        var owner = anyone.as(place.owner());
        var running = after(
                place.id(),
                place.owner(),
                owner.post(SESSION.replace("{id}", place.id()) + "/start", "{\"clientId\":\"c\"}"));
        if (state == State.RUNNING) {
            return running;
        }
        var submit = "{\"epoch\":%d,\"clientSeq\":1,\"lastAnswerSeq\":0}".formatted(running.epoch());
        return after(place.id(), place.owner(), owner.post(SESSION.replace("{id}", place.id()) + "/submit", submit));
    }

    Place exam(State state) {
        var sessions = new ArrayDeque<Place>();
        var exam = lockedExam(1, sessions);
        var session = sessions.remove();
        return switch (state) {
            case NOT_STARTED -> exam;
            case RUNNING -> {
                var running = in(State.RUNNING, session);
                yield new Place(exam.id(), exam.owner(), running.epoch(), running.position());
            }
            case ENDED -> {
                var close = "{\"reason\":\"over\",\"scoring\":\"FROM_ANSWERS\"}";
                var closed = after(exam.id(), exam.owner(), hc.post("/api/v1/exams/" + exam.id() + "/close", close));
                // The reply comes before the sessions have heard of it.
                await().until(() -> hasEnded(session.id()));
                yield closed;
            }
        };
    }

    private boolean hasEnded(String sessionId) {
        return hc.get("/api/v1/sessions/" + sessionId + "/status")
                .json()
                .get("closed")
                .asBoolean();
    }

    private Place lockedExam(int size, Deque<Place> sessions) {
        var named = IntStream.range(0, size)
                .mapToObj(each -> "{\"workerId\":\"worker-%1$d\",\"name\":\"W %1$d\"}".formatted(++workers))
                .collect(Collectors.joining(","));
        var draft = hc.post("/api/v1/drafts", """
                {"title":"Ropes","opensAt":"2026-01-01","durationMinutes":45,"passPercentage":60,"workers":[%s],
                 "questions":[{"id":1,"text":"Who?","points":2,"correct":[1],
                               "options":[{"id":1,"text":"I"},{"id":2,"text":"You"}]}]}""".formatted(named));
        var locked = hc.post("/api/v1/drafts/" + draft.json().get("draftId").asString() + "/lock", "")
                .json();
        var position = locked.get("position").asLong();
        for (var session : locked.get("sessions")) {
            sessions.add(new Place(
                    session.get("sessionId").asString(), session.get("workerId").asString(), 1, position));
        }
        return new Place(locked.get("examId").asString(), "worker-" + workers, 1, position);
    }

    private static Place after(String id, String owner, Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return new Place(
                id,
                owner,
                answer.json().path("epoch").asInt(1),
                answer.json().get("position").asLong());
    }
}
