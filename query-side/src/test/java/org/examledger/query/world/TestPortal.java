package org.examledger.query.world;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.examledger.query.portal.FormToken;
import org.examledger.query.portal.NewestFacts;
import org.examledger.query.portal.PortalNumbers;

/** What the service tells the portal's room, in memory. */
public final class TestPortal implements PortalNumbers, NewestFacts, FormToken {
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();

    /** A session that the portal knows by a number. */
    public void knows(int number, UUID sessionId) {
        numbers.put(sessionId, number);
    }

    public void holds(String stream, long position) {
        positions.put(stream, position);
    }

    @Override
    public Map<UUID, Integer> ofExams(Collection<UUID> examIds) {
        return Map.copyOf(numbers);
    }

    @Override
    public OptionalLong positionOf(String stream) {
        var position = positions.get(stream);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** A page's token that has to be escaped. */
    @Override
    public Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Test-Token"));
    }
}
