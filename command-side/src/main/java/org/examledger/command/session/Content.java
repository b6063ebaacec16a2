package org.examledger.command.session;

import java.util.List;
import java.util.Set;

/** What a command asks, as far as a repeat must ask the same; never the client's time (R2). */
record Content(Kind kind, int questionId, Set<Integer> optionIds, int pageIndex) {
    static final Content START = of(Kind.START);
    static final Content HEARTBEAT = of(Kind.HEARTBEAT);
    static final Content SUBMIT = of(Kind.SUBMIT);
    static final Content CLOSE = of(Kind.CLOSE);

    enum Kind {
        START,
        ANSWER,
        PAGE,
        HEARTBEAT,
        SUBMIT,
        CLOSE
    }

    static Content answer(int questionId, List<Integer> optionIds, int pageIndex) {
        return new Content(Kind.ANSWER, questionId, Set.copyOf(optionIds), pageIndex);
    }

    static Content page(int pageIndex) {
        return new Content(Kind.PAGE, 0, Set.of(), pageIndex);
    }

    private static Content of(Kind kind) {
        return new Content(kind, 0, Set.of(), 0);
    }
}
