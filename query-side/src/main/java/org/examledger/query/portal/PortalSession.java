package org.examledger.query.portal;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.examledger.events.rules.NameBasedId;
import org.jspecify.annotations.Nullable;

/** A session by the portal's number and by ours. */
record PortalSession(int number, UUID id) {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");

    /** Empty when the text is no number of a session. */
    static Optional<PortalSession> of(@Nullable String text) {
        if (text == null || !WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        var number = Long.parseLong(text);
        return number < 1 || number > Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new PortalSession((int) number, NameBasedId.ofPortalSession((int) number)));
    }
}
