package org.examledger.query.pools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.examledger.events.Fact;
import org.examledger.events.StreamId;
import org.examledger.events.pool.PoolFact;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.springframework.stereotype.Component;

/** Keeps each pool as its last publication left it. */
@Component
class PoolsProjection implements Projection {
    static final String MODEL = "pools";

    private static final int TYPE = StreamId.ofPool("").length();

    private final PoolTable table;

    PoolsProjection(PoolTable table) {
        this.table = table;
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public List<String> tables() {
        return List.of("question_pool");
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return PoolFact.class.isAssignableFrom(kind);
    }

    @Override
    public void apply(List<Recorded> batch) {
        var pools = table.load(batch.stream().map(PoolsProjection::pool).collect(Collectors.toSet()));
        var changed = new LinkedHashMap<String, PoolFold>();
        for (var recorded : batch) {
            var name = pool(recorded);
            var before = pools.getOrDefault(name, PoolFold.of(name));
            if (recorded.position() > before.position()) {
                var next = before.after((PoolFact) recorded.fact(), recorded);
                pools.put(name, next);
                changed.put(name, next);
            }
        }
        table.store(changed.values());
    }

    /** A pool has a name where others have an id. */
    private static String pool(Recorded recorded) {
        return recorded.stream().substring(TYPE);
    }
}
