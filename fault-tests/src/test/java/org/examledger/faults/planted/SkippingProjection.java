package org.examledger.faults.planted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.examledger.events.Fact;
import org.examledger.events.session.AnswerSelected;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;

/** A projection that once leaves an answer out, as one does that goes on after a failure. */
record SkippingProjection(Projection real, Path switches) implements Projection {
    @Override
    public String model() {
        return real.model();
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return real.concerns(kind);
    }

    @Override
    public List<String> tables() {
        return real.tables();
    }

    @Override
    public void apply(List<Recorded> batch) {
        var kept = new ArrayList<>(batch);
        var answer =
                batch.stream().filter(it -> it.fact() instanceof AnswerSelected).findFirst();
        if (answer.isPresent() && Plant.SKIP_ONE_EVENT.switchOff(switches)) {
            kept.remove(answer.get());
        }
        real.apply(kept);
    }
}
