package org.examledger.endtoend.client;

import java.util.ArrayList;
import java.util.List;

/** Reads a session's whole history as the auditor, page by page. */
public final class AuditTrail {
    private static final int PAGE = 1_000;

    private final LedgerClient client;

    public AuditTrail(LedgerClient client) {
        this.client = client;
    }

    public List<AuditedEvent> of(String sessionId, long atLeast) {
        var events = new ArrayList<AuditedEvent>();
        while (true) {
            var after = events.isEmpty() ? "" : "&after=" + events.getLast().sequence();
            var call =
                    Call.get(Paths.events(sessionId) + "?limit=" + PAGE + after).atLeast(atLeast);
            var page = List.of(client.sendAs("auditor", call).as(AuditedEvent[].class));
            events.addAll(page);
            if (page.size() < PAGE) {
                return events;
            }
        }
    }
}
