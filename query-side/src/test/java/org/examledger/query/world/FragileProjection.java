package org.examledger.query.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.examledger.events.Fact;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.query.feed.Projection;
import org.examledger.query.feed.Recorded;
import org.jspecify.annotations.Nullable;

/** A projection that fails when a test tells it to, and notes what it took in. */
public final class FragileProjection implements Projection {
    private final List<Long> taken = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable Throwable failure;

    public void failWith(@Nullable Throwable next) {
        failure = next;
    }

    public List<Long> taken() {
        return List.copyOf(taken);
    }

    @Override
    public String model() {
        return "fragile";
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return kind == WorkersAssigned.class;
    }

    @Override
    public void apply(List<Recorded> batch) {
        switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case null, default -> batch.forEach(it -> taken.add(it.position()));
        }
    }

    @Override
    public List<String> tables() {
        return List.of();
    }
}
