package org.examledger.faults.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.examledger.endtoend.client.Json;
import org.examledger.faults.check.ReadModels.AnswerLine;
import org.examledger.faults.check.ReadModels.ResponseLine;
import org.examledger.faults.check.ReadModels.SessionLine;
import org.examledger.faults.record.Completion;
import org.examledger.faults.record.Invocation;
import org.examledger.faults.record.Kind;
import org.examledger.faults.record.Operation;
import org.examledger.faults.record.Outcome;
import org.examledger.proof.RowHash;

/** A made-up history of one session and what is left of it, small enough to be read, to be bent in one place. */
final class Story {
    static final String SESSION = "5e550000-0000-4000-8000-000000000001";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    final List<Operation> operations = new ArrayList<>();
    final List<LogRow> rows = new ArrayList<>();
    private long clock;

    /** Started, answered, changed, overtaken, read, unknown and stored, unknown and not stored, handed in, late. */
    static Story ofAWholeSitting() {
        var story = new Story();
        story.row("SessionAssigned", "", "\"attempt\":1");
        story.stored(Kind.START, "c-start", 0, 0, "SessionStarted", "stored");
        story.stored(Kind.ANSWER, "c-1", 1, 21, "AnswerSelected", "stored");
        story.stored(Kind.ANSWER, "c-3", 3, 21, "AnswerSelected", "stored");
        story.stored(Kind.ANSWER, "c-2", 2, 21, "AnswerSuperseded", "superseded");
        story.stored(Kind.PAGE, "c-4", 4, 0, "PageChanged", "stored");
        story.heard(Kind.HEARTBEAT, "c-beat", 0, 0, Outcome.OK, "stored", "");
        story.stored(Kind.ANSWER, "c-5", 5, 22, "AnswerSelected", "");
        story.heard(Kind.ANSWER, "c-6", 6, 22, Outcome.UNKNOWN, "", "");
        story.read();
        story.stored(Kind.SUBMIT, "c-submit", 7, 0, "SessionSubmitted", "stored");
        story.heard(Kind.SUBMIT, "c-submit", 7, 0, Outcome.OK, "duplicate", "");
        story.row("LateAnswerReceived", "c-late", click(8, 22));
        story.heard(Kind.ANSWER, "c-late", 8, 22, Outcome.REFUSED, "", "session-closed");
        return story;
    }

    /** @param said of the receipt; empty = the reply was lost */
    private void stored(Kind kind, String commandId, long clientSeq, int question, String event, String said) {
        var asked = invocation(kind, commandId, clientSeq, question);
        row(event, commandId, kind == Kind.START ? "\"epoch\":1" : click(clientSeq, question));
        complete(asked, said.isEmpty() ? Outcome.UNKNOWN : Outcome.OK, said, "");
    }

    void heard(Kind kind, String commandId, long clientSeq, int question, Outcome outcome, String said, String code) {
        complete(invocation(kind, commandId, clientSeq, question), outcome, said, code);
    }

    void read() {
        var fold = SessionFold.of(rows);
        var seen = Json.MAPPER.createObjectNode();
        var answers = seen.putObject("answers");
        fold.shown().forEach((question, options) -> {
            var list = answers.putArray(Integer.toString(question));
            options.forEach(list::add);
        });
        seen.put("lastClientSeq", fold.lastClientSeq());
        seen.put("epoch", fold.epoch());
        seen.put("pageIndex", fold.pageIndex());
        var asked = new Invocation(
                operations.size() + 1, ++clock, 0, Kind.READ, SESSION, "", 1, 0, 0, List.of(), 0, rows.size());
        operations.add(new Operation(
                asked,
                new Completion(asked.op(), ++clock, Outcome.OK, 200, "", "", -1, rows.size(), 0, false, "", seen)));
    }

    private Invocation invocation(Kind kind, String commandId, long clientSeq, int question) {
        return new Invocation(
                operations.size() + 1,
                ++clock,
                0,
                kind,
                SESSION,
                commandId,
                1,
                clientSeq,
                question,
                question == 0 ? List.of() : List.of((int) clientSeq),
                1,
                0);
    }

    private void complete(Invocation asked, Outcome outcome, String said, String code) {
        var known = outcome == Outcome.OK;
        operations.add(new Operation(
                asked,
                new Completion(
                        asked.op(),
                        ++clock,
                        outcome,
                        known ? 200 : 409,
                        code,
                        said,
                        known ? rows.size() - 1 : -1,
                        known ? rows.size() : -1,
                        1,
                        asked.commandId().equals("c-late"),
                        "",
                        null)));
    }

    static String click(long clientSeq, int question) {
        return "\"epoch\":1,\"clientSeq\":%d,\"questionId\":%d,\"optionIds\":[%d],\"pageIndex\":1"
                .formatted(clientSeq, question, clientSeq);
    }

    void row(String name, String commandId, String fields) {
        rows.add(sealed(rows.size() + 1, rows.size(), NOON.plusSeconds(rows.size()), name, commandId, fields));
    }

    private static LogRow sealed(
            long position, int sequence, Instant at, String name, String commandId, String fields) {
        var id = commandId.isEmpty() ? "" : ",\"commandId\":\"" + commandId + "\"";
        return sealed(position, sequence, at, name, "{" + fields + id + "}");
    }

    static LogRow sealed(long position, int sequence, Instant at, String name, String payload) {
        var stream = "session:" + SESSION;
        var metadata = "{\"actor\":\"p-1\",\"correlation\":\"\",\"role\":\"worker\"}";
        var hash = RowHash.of(
                stream, sequence, at.toEpochMilli(), name, 1, LogDump.bytes(metadata), LogDump.bytes(payload));
        return LogRow.of(position, at, stream, sequence, name, 1, metadata, payload, hash);
    }

    /** Bends the row that a command left. */
    void bend(String commandId, UnaryOperator<LogRow> change) {
        rows.replaceAll(row -> row.commandId().equals(commandId) ? change.apply(row) : row);
    }

    /** Takes rows away as if they had never been. */
    void lose(Predicate<LogRow> lost) {
        var kept = rows.stream().filter(lost.negate()).toList();
        rows.clear();
        kept.forEach(row -> rows.add(sealed(rows.size() + 1, rows.size(), row.at(), row.name(), row.payload())));
    }

    ReadModels models() {
        var fold = SessionFold.of(rows);
        var answers = new ArrayList<AnswerLine>();
        var responses = new ArrayList<ResponseLine>();
        fold.answers().forEach((question, it) -> {
            answers.add(new AnswerLine(
                    SESSION,
                    1,
                    question,
                    it.options(),
                    it.place().epoch(),
                    it.place().clientSeq()));
            responses.add(new ResponseLine(
                    SESSION,
                    1,
                    question,
                    it.options(),
                    it.place().epoch(),
                    it.place().clientSeq(),
                    it.changes()));
        });
        var line = new SessionLine(
                SESSION,
                fold.attempt(),
                fold.epoch(),
                fold.lastClientSeq(),
                fold.pageIndex(),
                fold.answered(),
                fold.ended(),
                fold.position());
        return new ReadModels(List.of(line), answers, responses);
    }

    Findings findings() {
        return findings(models());
    }

    Findings findings(ReadModels models) {
        return new Findings(operations, new LogDump(rows, rows.size()), models, List.of());
    }
}
