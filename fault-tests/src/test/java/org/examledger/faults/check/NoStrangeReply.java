package org.examledger.faults.check;

import java.util.List;
import org.examledger.faults.record.Kind;
import org.examledger.faults.record.Operation;

/** Whatever is broken, clients are told to repeat (503) or what is true; no read is refused, and nothing is a 500. */
final class NoStrangeReply implements Invariant {
    @Override
    public String name() {
        return "replies:";
    }

    @Override
    public List<String> violations(Findings findings) {
        return findings.operations().stream()
                .filter(NoStrangeReply::isStrange)
                .map(it -> "nobody expects " + it.completion().status() + " "
                        + it.completion().code() + ": " + it)
                .toList();
    }

    private static boolean isStrange(Operation it) {
        var refusedRead =
                it.kind() == Kind.READ && it.isRefused() && it.completion().status() != 429;
        return refusedRead || !it.completion().isExpected();
    }
}
