package org.examledger.architecture.planted.facts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.Fact;
import org.examledger.events.session.Timing;
import org.examledger.events.session.Visibility;

/** Planted: as it should be. */
public record FactOfPlainTypes(
        UUID id, Instant at, List<Integer> numbers, Map<String, Object> fields, Visibility visibility, Timing timing)
        implements Fact {}
