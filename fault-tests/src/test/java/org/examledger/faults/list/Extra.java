package org.examledger.faults.list;

import java.util.List;
import org.examledger.faults.load.Exam.Seat;
import org.examledger.faults.load.Teller;
import org.examledger.faults.record.Invocation;
import org.examledger.faults.record.Kind;

/** A worker whose page is in the hands of a fault; he has started. */
public record Extra(Teller teller, Seat seat, int epoch) {
    static Extra started(Teller teller, Seat seat) {
        var started = teller.untilKnown(teller.ask(Kind.START, seat, 0, 0, 0, List.of(), 0), 0);
        if (started.epoch() == 0) {
            throw new IllegalStateException("a worker could not start: " + started);
        }
        return new Extra(teller, seat, started.epoch());
    }

    /** What this page sends, as one command. */
    Invocation ask(Kind kind, long clientSeq, int question, List<Integer> options, int page) {
        return teller.ask(kind, seat, epoch, clientSeq, question, options, page);
    }
}
