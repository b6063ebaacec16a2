package org.examledger.query.drafts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.examledger.events.Fact;
import org.examledger.events.draft.DraftFact;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.springframework.stereotype.Component;

/** Keeps each draft as its last revision left it. */
@Component
class DraftsProjection implements Projection {
    static final String MODEL = "drafts";

    private final DraftTable table;

    DraftsProjection(DraftTable table) {
        this.table = table;
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public List<String> tables() {
        return List.of("draft");
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return DraftFact.class.isAssignableFrom(kind);
    }

    @Override
    public void apply(List<Recorded> batch) {
        var drafts = table.load(batch.stream().map(Recorded::id).collect(Collectors.toSet()));
        var changed = new LinkedHashMap<UUID, DraftFold>();
        batch.forEach(recorded -> take(drafts, changed, recorded));
        table.store(changed.values());
    }

    private static void take(Map<UUID, DraftFold> drafts, Map<UUID, DraftFold> changed, Recorded recorded) {
        var before = drafts.get(recorded.id());
        if (before != null && recorded.position() <= before.position()) {
            return;
        }
        var known = before == null ? DraftFold.startedBy(recorded) : before;
        var next = known.after((DraftFact) recorded.fact(), recorded);
        drafts.put(next.draftId(), next);
        changed.put(next.draftId(), next);
    }
}
