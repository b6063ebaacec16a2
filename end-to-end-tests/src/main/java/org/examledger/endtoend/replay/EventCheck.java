package org.examledger.endtoend.replay;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.examlog.Click;
import org.examledger.endtoend.examlog.Click.AnswerGiven;

/** Are the audited facts exactly the clicks, each once, in a stream without a hole? */
final class EventCheck {
    private final Sitting sitting;
    private final List<AuditedEvent> events;
    private final EventFold fold;
    private final Differences differences;

    private EventCheck(Sitting sitting, List<AuditedEvent> events, Differences differences) {
        this.sitting = sitting;
        this.events = events;
        this.fold = EventFold.of(events);
        this.differences = differences;
    }

    static void check(Sitting sitting, List<AuditedEvent> events, Differences differences) {
        var check = new EventCheck(sitting, events, differences);
        check.sequencesAndPositions();
        check.everyClickOnce();
        check.receiptsToldTheTruth();
        check.endOfTheFold();
    }

    private void sequencesAndPositions() {
        var position = -1L;
        for (var index = 0; index < events.size(); index++) {
            var event = events.get(index);
            differences.expect("sequence of event " + index, (long) index, event.sequence());
            if (event.position() <= position) {
                differences.add("position " + event.position() + " of event " + index + " does not follow " + position);
            }
            position = event.position();
        }
        differences.expect("number of SessionAssigned", 1, fold.count("SessionAssigned"));
        differences.expect("number of SessionStarted", 1, fold.count("SessionStarted"));
        differences.expect("number of SessionResumed", 0, fold.count("SessionResumed"));
        differences.expect("number of SessionSubmitted", sitting.submitted() ? 1 : 0, fold.count("SessionSubmitted"));
    }

    private void everyClickOnce() {
        var stored = new TreeMap<>(fold.clicks());
        for (var click : sitting.clicks()) {
            var found = stored.remove(new EventFold.Key(sitting.epoch(), click.clientSeq()));
            if (found == null) {
                differences.add("client sequence " + click.clientSeq() + " is lost, its receipts said "
                        + sitting.acknowledged().getOrDefault(click.clientSeq(), List.of()));
            } else {
                differences.expect("number of facts of client sequence " + click.clientSeq(), 1, found.size());
                found.forEach(event -> content(click, event));
            }
        }
        stored.forEach((key, found) -> differences.add("nobody sent " + key + " of " + found));
    }

    private void content(Click click, AuditedEvent event) {
        var what = "of the fact " + event.type() + " for client sequence " + click.clientSeq();
        differences.expect(
                "page " + what,
                click.pageIndex(),
                event.payload().path("pageIndex").asInt(-1));
        differences.expect(
                "kind " + what, click instanceof AnswerGiven, !event.type().equals("PageChanged"));
        if (click instanceof AnswerGiven answer) {
            differences.expect(
                    "question " + what,
                    answer.questionId(),
                    event.payload().path("questionId").asInt(-1));
            differences.expect("options " + what, List.of(answer.optionId()), EventFold.options(event));
        }
    }

    private void receiptsToldTheTruth() {
        var stored = events.stream()
                .filter(event -> event.type().startsWith("Answer"))
                .collect(Collectors.toMap(
                        event -> EventFold.Key.of(event).clientSeq(), AuditedEvent::type, (first, second) -> first));
        sitting.acknowledged().forEach((clientSeq, outcomes) -> {
            if (outcomes.stream()
                            .filter(outcome -> !outcome.equals(Outcome.DUPLICATE))
                            .count()
                    > 1) {
                differences.add("client sequence " + clientSeq + " was new more than once: " + outcomes);
            }
            var type = stored.get(clientSeq);
            if (outcomes.contains(Outcome.STORED) && "AnswerSuperseded".equals(type)
                    || outcomes.contains(Outcome.SUPERSEDED) && "AnswerSelected".equals(type)) {
                differences.add("client sequence " + clientSeq + " is " + type + " but its receipts said " + outcomes);
            }
        });
    }

    private void endOfTheFold() {
        differences.expect("answers of the audited facts", asLists(sitting.log().finalOptions()), fold.answers());
        differences.expect("page of the audited facts", sitting.log().finalPage(), fold.pageIndex());
    }

    static Map<Integer, List<Integer>> asLists(Map<Integer, Integer> options) {
        return options.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(), question -> List.of(options.get(question)), (a, b) -> a, TreeMap::new));
    }
}
