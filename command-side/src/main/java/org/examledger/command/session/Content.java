package org.examledger.command.session;

import java.util.List;
import java.util.Set;

/**
 * What a command asks, as far as a repeat must ask the same; never the client's time (R2).
 *
 * @param words what HC's commands say, in one text
 */
record Content(Kind kind, int questionId, Set<Integer> optionIds, int pageIndex, String words) {
    static final Content START = of(Kind.START, "");
    static final Content HEARTBEAT = of(Kind.HEARTBEAT, "");
    static final Content SUBMIT = of(Kind.SUBMIT, "");
    static final Content ABANDON = of(Kind.ABANDON, "");

    enum Kind {
        START,
        ANSWER,
        PAGE,
        HEARTBEAT,
        SUBMIT,
        ABANDON,
        CLOSE,
        EXTEND,
        RESCHEDULE,
        REOPEN,
        RESET,
        WITHDRAW,
        CANCEL
    }

    static Content answer(int questionId, List<Integer> optionIds, int pageIndex) {
        return new Content(Kind.ANSWER, questionId, Set.copyOf(optionIds), pageIndex, "");
    }

    static Content page(int pageIndex) {
        return new Content(Kind.PAGE, 0, Set.of(), pageIndex, "");
    }

    /** A command of HC, with everything that makes it another one. */
    static Content of(Kind kind, Object... words) {
        return new Content(kind, 0, Set.of(), 0, List.of(words).toString());
    }
}
