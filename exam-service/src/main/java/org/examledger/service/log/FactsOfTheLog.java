package org.examledger.service.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.axonframework.serialization.SimpleSerializedObject;
import org.examledger.events.Actor;
import org.examledger.events.Fact;
import org.examledger.events.FactMetadata;
import org.examledger.query.audit.PastFact;
import org.examledger.query.audit.PastFacts;
import org.examledger.store.EventTypes;
import org.examledger.store.FactSerializer;
import org.examledger.store.LogReader;
import org.examledger.store.StoredEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A stream's rows with their facts, read by the closed type map that feeds read them by too. */
@Component
class FactsOfTheLog implements PastFacts {
    private static final int PAGE = 10_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LogReader log;
    private final FactSerializer serializer;

    FactsOfTheLog(LogReader log, EventTypes types) {
        this.log = log;
        this.serializer = new FactSerializer(types);
    }

    @Override
    public List<PastFact> of(String stream) {
        var facts = new ArrayList<PastFact>();
        while (true) {
            var page = log.pageOf(stream, facts.isEmpty() ? -1 : facts.getLast().sequence(), PAGE);
            if (page.isEmpty()) {
                return facts;
            }
            page.forEach(row -> facts.add(fact(stream, row)));
        }
    }

    private PastFact fact(String stream, StoredEvent row) {
        Fact fact = serializer.deserialize(new SimpleSerializedObject<>(
                row.payload(), byte[].class, row.name(), Integer.toString(row.revision())));
        return new PastFact(
                stream,
                row.sequence(),
                row.position(),
                row.at(),
                actorOf(row),
                row.name(),
                fact,
                new String(row.payload(), StandardCharsets.UTF_8));
    }

    private static Actor actorOf(StoredEvent row) {
        var metadata = JSON.readTree(row.metadata());
        var role = metadata.path(FactMetadata.ROLE).asString("").toUpperCase(Locale.ROOT);
        return new Actor(metadata.path(FactMetadata.ACTOR).asString(""), Actor.Role.valueOf(role));
    }
}
