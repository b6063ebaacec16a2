package org.examledger.endtoend.client;

import java.util.UUID;

/** A worker's hands in one session. */
public final class SessionClient {
    private final LedgerClient client;
    private final String workerId;
    private final String sessionId;

    public SessionClient(LedgerClient client, String workerId, String sessionId) {
        this.client = client;
        this.workerId = workerId;
        this.sessionId = sessionId;
    }

    public LedgerClient client() {
        return client;
    }

    public String sessionId() {
        return sessionId;
    }

    public String workerId() {
        return workerId;
    }

    /** The same key gets the same epoch. */
    public Reply start(UUID key) {
        var body = new StartSession("page-" + UUID.randomUUID(), "end-to-end");
        return send(Call.post(Paths.session(sessionId, "start"), body).withKey(key));
    }

    public Reply answer(SelectAnswer answer) {
        return send(Call.post(Paths.session(sessionId, "answers"), answer));
    }

    public Reply answers(AnswerBatch batch) {
        return send(Call.post(Paths.session(sessionId, "answers/batch"), batch));
    }

    public Reply turnTo(ChangePage page) {
        return send(Call.post(Paths.session(sessionId, "page"), page));
    }

    public Reply beat(SendHeartbeat heartbeat) {
        return send(Call.post(Paths.session(sessionId, "heartbeat"), heartbeat));
    }

    public Reply submit(SubmitSession submit) {
        return send(Call.post(Paths.session(sessionId, "submit"), submit));
    }

    /** @param what {@code resume}, {@code status}, {@code paper} or {@code result} */
    public Reply read(String what, long atLeast) {
        return send(Call.get(Paths.session(sessionId, what)).atLeast(atLeast));
    }

    /** As the worker. */
    public Reply send(Call call) {
        return client.sendAs(workerId, call);
    }
}
