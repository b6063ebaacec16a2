package org.examledger.endtoend.replay;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.PastDifference;
import org.examledger.endtoend.client.PastState;
import org.examledger.endtoend.client.Paths;

/** A replayed session under an auditor's eyes, beside what the file says of the same moments. */
final class AuditedSitting {
    private final LedgerClient client;
    private final Sitting sitting;
    private final long atLeast;
    private final List<AuditedEvent> facts;

    AuditedSitting(LedgerClient client, Sitting sitting, long atLeast) {
        this.client = client;
        this.sitting = sitting;
        this.atLeast = atLeast;
        this.facts = new AuditTrail(client).of(sitting.sessionId(), atLeast);
    }

    /** One fact out of each of so many equal parts of the session, in order. */
    List<AuditedEvent> spread(int moments, RandomGenerator random) {
        return IntStream.range(0, moments)
                .map(part -> (part * facts.size() + random.nextInt(facts.size())) / moments)
                .mapToObj(facts::get)
                .toList();
    }

    AuditedEvent last() {
        return facts.getLast();
    }

    PastState after(AuditedEvent fact) {
        return read("state?sequence=" + fact.sequence(), PastState.class);
    }

    PastState at(String time) {
        return read("state?at=" + time, PastState.class);
    }

    PastDifference difference(AuditedEvent from, AuditedEvent to) {
        return read("difference?from=" + from.sequence() + "&to=" + to.sequence(), PastDifference.class);
    }

    FileMoment fileAfter(AuditedEvent fact) {
        return file(it -> it.sequence() <= fact.sequence());
    }

    FileMoment fileAt(String time) {
        var moment = Instant.parse(time);
        return file(it -> !Instant.parse(it.at()).isAfter(moment));
    }

    /** The facts only tell which clicks had come by then; what was clicked is the file's. */
    private FileMoment file(Predicate<AuditedEvent> byThen) {
        var come = facts.stream()
                .filter(byThen)
                .map(it -> EventFold.Key.of(it).clientSeq())
                .collect(toSet());
        return FileMoment.of(sitting.clicks(), come);
    }

    private <T> T read(String what, Class<T> type) {
        var call = Call.get(Paths.audit(sitting.sessionId(), what)).atLeast(atLeast);
        return client.sendAs("auditor", call).as(type);
    }
}
