package org.examledger.endtoend.replay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.examledger.endtoend.client.AnswerBatch;
import org.examledger.endtoend.client.ChangePage;
import org.examledger.endtoend.client.GaveUp;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.client.UnexpectedReply;
import org.examledger.endtoend.examlog.Click;
import org.examledger.endtoend.examlog.Click.AnswerGiven;
import org.examledger.endtoend.examlog.Click.PageTurned;

/** One student sits the exam, as planned. */
final class StudentReplay {
    private static final Instant CLIENTS_START = Instant.parse("2024-01-15T08:00:00Z");
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private final Sitting sitting;
    private final ArrivalPlan plan;
    private final Tally tally;
    private final SessionClient session;

    StudentReplay(LedgerClient client, Sitting sitting, ArrivalPlan plan, Tally tally) {
        this.sitting = sitting;
        this.plan = plan;
        this.tally = tally;
        this.session = new SessionClient(client, sitting.workerId(), sitting.sessionId());
    }

    void run() {
        try {
            start();
            plan.windows().forEach(this::deliver);
            if (plan.submits() && !sitting.gaveUp()) {
                submit();
            }
        } catch (GaveUp | UnexpectedReply ended) {
            sitting.trouble(ended.toString());
        }
    }

    private void start() {
        var key = UUID.nameUUIDFromBytes(("start " + sitting.sessionId()).getBytes(StandardCharsets.UTF_8));
        var receipt = session.start(key).as(Receipt.class);
        tally.saw(receipt.position());
        sitting.started(receipt.epoch());
    }

    private void deliver(ArrivalPlan.Window window) {
        if (!window.atOnce()) {
            window.deliveries().forEach(this::deliver);
            return;
        }
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            window.deliveries().forEach(delivery -> together.execute(() -> deliver(delivery)));
        }
    }

    private void deliver(Delivery delivery) {
        if (sitting.gaveUp()) {
            return;
        }
        tally.requests.increment();
        try {
            switch (delivery) {
                case Delivery.Single(PageTurned page) -> acknowledge(page, session.turnTo(body(page)));
                case Delivery.Single(AnswerGiven answer) -> acknowledge(answer, session.answer(body(answer)));
                case Delivery.Batch(var answers) -> acknowledge(answers, session.answers(batch(answers)));
            }
        } catch (GaveUp unknown) {
            sitting.giveUp(unknown.toString());
        } catch (UnexpectedReply refused) {
            sitting.trouble("client sequences "
                    + delivery.clicks().stream().map(Click::clientSeq).toList() + ": " + refused);
        }
    }

    private void acknowledge(Click click, Reply reply) {
        var receipt = reply.as(Receipt.class);
        tally.saw(receipt.position());
        acknowledge(click.clientSeq(), String.valueOf(receipt.outcome()));
    }

    private void acknowledge(List<AnswerGiven> answers, Reply reply) {
        var receipt = reply.as(Receipt.class);
        tally.saw(receipt.position());
        tally.batches.increment();
        var results = receipt.results() == null ? List.<Receipt.BatchResult>of() : receipt.results();
        if (!results.stream()
                .map(Receipt.BatchResult::clientSeq)
                .sorted()
                .toList()
                .equals(answers.stream().map(Click::clientSeq).sorted().toList())) {
            sitting.trouble("a batch of " + answers + " was answered with " + results);
        }
        results.forEach(result -> acknowledge(result.clientSeq(), result.outcome()));
    }

    private void acknowledge(long clientSeq, String outcome) {
        if (!Outcome.known(outcome)) {
            sitting.trouble("client sequence " + clientSeq + " has the outcome " + outcome);
        }
        tally.acknowledged.increment();
        sitting.acknowledge(clientSeq, outcome);
    }

    private void submit() {
        tally.requests.increment();
        var current = new TreeMap<String, Long>();
        for (var click : sitting.clicks()) {
            if (click instanceof AnswerGiven answer) {
                current.put(Integer.toString(answer.questionId()), answer.clientSeq());
            }
        }
        var unsent = plan.unsent().stream()
                .map(this::body)
                .map(SelectAnswer::withoutEpoch)
                .toList();
        var receipt = session.submit(new SubmitSession(
                        sitting.epoch(),
                        sitting.clicks().size() + 1,
                        ArrivalPlan.lastAnswer(sitting.clicks())
                                .map(Click::clientSeq)
                                .orElse(0L),
                        unsent.isEmpty() ? null : unsent,
                        current))
                .as(Receipt.class);
        tally.saw(receipt.position());
        tally.acknowledged.increment();
        tally.submits.increment();
        sitting.submitAcknowledged();
        plan.unsent().forEach(answer -> {
            tally.acknowledged.increment();
            sitting.acknowledge(answer.clientSeq(), Outcome.WITH_SUBMIT);
        });
    }

    private SelectAnswer body(AnswerGiven answer) {
        return new SelectAnswer(
                sitting.epoch(),
                answer.clientSeq(),
                answer.questionId(),
                List.of(answer.optionId()),
                answer.pageIndex(),
                clientTime(answer));
    }

    private ChangePage body(PageTurned page) {
        return new ChangePage(sitting.epoch(), page.clientSeq(), page.pageIndex(), clientTime(page));
    }

    private AnswerBatch batch(List<AnswerGiven> answers) {
        return new AnswerBatch(
                sitting.epoch(),
                answers.stream().map(this::body).map(SelectAnswer::withoutEpoch).toList());
    }

    private static String clientTime(Click click) {
        return MILLISECONDS.format(CLIENTS_START.plusMillis(click.atMillis()));
    }
}
