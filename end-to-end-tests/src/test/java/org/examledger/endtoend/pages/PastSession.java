package org.examledger.endtoend.pages;

import static org.examledger.endtoend.http.TinyExam.answer;

import java.util.List;
import java.util.Map;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ChangePage;
import org.examledger.endtoend.client.ExtendTime;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.http.TinyExam;
import tools.jackson.databind.JsonNode;

/**
 * A session to look back at: assigned (0), started (1), option 1 of 11 (2), second page (3), 3 of 12 (4), 2 of 11 instead (5),
 * five minutes more by HC (6), 4 of 13 (7), handed in (8).
 *
 * @param last the reply to its last fact
 */
record PastSession(SessionClient session, Receipt last) {
    static PastSession handedIn(LedgerClient client) {
        var exam = TinyExam.locked(client, 1);
        var session = exam.session();
        var epoch = exam.start().epoch();
        session.answer(answer(epoch, 1, 11, 1)).successful();
        session.turnTo(new ChangePage(epoch, 2, 1, null)).successful();
        session.answer(answer(epoch, 3, 12, 3)).successful();
        session.answer(answer(epoch, 4, 11, 2)).successful();
        client.sendAs("hc", Call.post(Paths.session(session.sessionId(), "extend"), new ExtendTime(300, "fire alarm")))
                .successful();
        session.answer(answer(epoch, 5, 13, 4)).successful();
        var last = session.submit(new SubmitSession(epoch, 6L, 5L, List.of(), Map.of()))
                .as(Receipt.class);
        return new PastSession(session, last);
    }

    String id() {
        return session.sessionId();
    }

    /** What an auditor is told of it. */
    JsonNode audited(String what) {
        return session.client()
                .sendAs("auditor", Call.get(Paths.audit(id(), what)))
                .successful()
                .json();
    }

    /** The page shows it as it ended. */
    AuditorsPage shownIn(AuditorsPage page) {
        page.open(id(), last.sequence());
        return page;
    }
}
