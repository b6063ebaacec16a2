package org.examledger.query.feed;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What an operator needs to know about the read models: how far each has come, and which stands still and why. */
public final class ProjectionStatus {
    private final List<String> models;
    private final ReadPositions positions;
    private final Map<String, Throwable> errors = new ConcurrentHashMap<>();
    private final Map<String, Throwable> unreadable = new ConcurrentHashMap<>();

    ProjectionStatus(List<String> models, ReadPositions positions) {
        this.models = List.copyOf(models);
        this.positions = positions;
    }

    /** One line a read model, as of now. */
    public List<Line> lines() {
        return models.stream()
                .map(model -> new Line(model, positions.of(model), describe(model)))
                .toList();
    }

    /** Whether no projection of this process stands still. */
    public boolean isHealthy() {
        return errors.isEmpty() && unreadable.isEmpty();
    }

    void failed(String model, Throwable error) {
        errors.put(model, error);
    }

    void healed(String model) {
        errors.remove(model);
    }

    /** @return whether that is news */
    boolean unreadable(String model, Throwable error) {
        return unreadable.put(model, error) == null;
    }

    void readable(String model) {
        unreadable.remove(model);
    }

    private @Nullable String describe(String model) {
        var failed = errors.get(model);
        var error = failed != null ? failed : unreadable.get(model);
        return error == null ? null : error.toString();
    }

    /**
     * A read model's progress.
     *
     * @param position up to which its rows are made
     * @param error why it stands still in this process; absent when it does not
     */
    public record Line(
            String model, long position, @Nullable String error) {}
}
