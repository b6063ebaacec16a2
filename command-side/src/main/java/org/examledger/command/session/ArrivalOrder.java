package org.examledger.command.session;

import org.examledger.events.rules.ClientOrder;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a client that sends none: the portal's page. Its commands are numbered while they are decided, so that
 * two that come at once never get the same number.
 */
final class ArrivalOrder {
    /** What an epoch says of its device when the portal opened it. */
    static final String DEVICE = "portal";

    /** No client can name a higher one; see {@link org.examledger.command.http.Checked}. */
    private static final long HIGHEST = (1L << 53) - 1;

    private int epoch;
    private boolean ofPortal;
    private long last;
    private @Nullable PageChanged page;

    void evolve(SessionFact fact) {
        switch (fact) {
            case SessionStarted it -> begin(it.epoch(), it.device());
            case SessionResumed it -> begin(it.epoch(), it.device());
            case AnswerSelected it -> used(it.epoch(), it.clientSeq());
            case AnswerSuperseded it -> used(it.epoch(), it.clientSeq());
            case LateAnswerReceived it -> used(it.epoch(), it.clientSeq());
            case SessionSubmitted it -> used(it.epoch(), it.clientSeq());
            case PageChanged it -> {
                used(it.epoch(), it.clientSeq());
                page = it;
            }
            default -> {
                // Has no place in a client's order.
            }
        }
    }

    private void begin(int next, @Nullable String device) {
        epoch = next;
        ofPortal = DEVICE.equals(device);
        last = 0;
        page = null;
    }

    private void used(int ofEpoch, long sequence) {
        if (ofEpoch == epoch) {
            last = Math.max(last, sequence);
        }
    }

    /** Whether the portal opened the newest epoch, and its numbers are not used up by somebody who sends his own. */
    boolean isOfPortal(int numbersNeeded) {
        return ofPortal && last <= HIGHEST - numbersNeeded;
    }

    /** The newest place in the newest epoch. */
    ClientOrder last() {
        return new ClientOrder(epoch, last);
    }

    /** Whether the newest page change of this epoch said the same and still holds: its reply got lost. */
    boolean isRepeat(SaveProgress command, int currentPage) {
        return page != null
                && page.epoch() == epoch
                && page.pageIndex() == currentPage
                && page.pageIndex() == command.pageIndex()
                && command.elapsedSeconds() != null
                && command.elapsedSeconds().equals(page.elapsedSeconds());
    }
}
