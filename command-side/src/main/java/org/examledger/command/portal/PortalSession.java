package org.examledger.command.portal;

import java.util.UUID;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.http.Problem;
import org.examledger.events.rules.NameBasedId;

/** A session by the portal's number and by ours. */
record PortalSession(int number, UUID id) {
    /**
     * The session that a form names.
     *
     * @throws org.springframework.web.ErrorResponseException {@code not-found} when it names none
     */
    static PortalSession in(Form form, String field) {
        return form.number(field).stream()
                .filter(it -> it > 0)
                .mapToObj(it -> new PortalSession(it, NameBasedId.ofPortalSession(it)))
                .findFirst()
                .orElseThrow(() -> Problem.of(Refusal.of(Code.NOT_FOUND, "There is nothing here.")));
    }
}
