package org.examledger.command.session;

import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionResumed;

/** What the tests of the portal's commands share: its page took the session over in epoch 2. */
abstract class PortalSpec extends SessionSpec {
    static final SessionResumed OPENED = opened(2);

    static SessionResumed opened(int epoch) {
        return new SessionResumed(epoch, "portal", "portal", null);
    }

    TestExecutor<ExamSession> atThePortal(SessionFact... facts) {
        var all = new SessionFact[facts.length + 1];
        all[0] = OPENED;
        System.arraycopy(facts, 0, all, 1, facts.length);
        return running(all);
    }

    /** An answer as the portal's page gets it stored: on the session's current page. */
    static AnswerSelected saved(int epoch, long clientSeq, int question, int option, int page) {
        return new AnswerSelected(100 + question, List.of(option), page, epoch, clientSeq, null, null);
    }

    static LateAnswerReceived savedLate(int epoch, long clientSeq, int question, int option) {
        return new LateAnswerReceived(100 + question, List.of(option), 0, epoch, clientSeq, null, null);
    }
}
