package org.examledger.query.feed;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an operator needs to know about the read models: how far each has come, and which stands still and why. */
public final class ProjectionStatus {
    private final List<String> models;
    private final ReadPositions positions;
    private final Map<String, Standstill> unapplied = new ConcurrentHashMap<>();
    private final Map<String, Standstill> unreadable = new ConcurrentHashMap<>();

    /** Why a model did not get past a position in this process; another process may have got past it since. */
    private record Standstill(Throwable error, long at) {}

    ProjectionStatus(List<String> models, ReadPositions positions) {
        this.models = List.copyOf(models);
        this.positions = positions;
    }

    /** The names of all read models. */
    public List<String> models() {
        return models;
    }

    /** One line a read model, as of now. */
    public List<Line> lines() {
        return models.stream().map(this::line).toList();
    }

    private Line line(String model) {
        var position = positions.of(model);
        var error = Stream.of(unapplied, unreadable)
                .flatMap(kind -> Stream.ofNullable(kind.get(model)))
                .filter(standstill -> standstill.at() > position)
                .map(standstill -> standstill.error().toString())
                .findFirst();
        return new Line(model, position, error.orElse(null));
    }

    /** Whether no projection of this process stands still. */
    public boolean isHealthy() {
        return (unapplied.isEmpty() && unreadable.isEmpty()) || lines().stream().allMatch(line -> line.error() == null);
    }

    /** @param at the position that could not be taken in */
    void failed(String model, Throwable error, long at) {
        unapplied.put(model, new Standstill(error, at));
    }

    void healed(String model) {
        unapplied.remove(model);
    }

    /**
     * @param at the position that could not be read
     * @return whether that is news
     */
    boolean unreadable(String model, Throwable error, long at) {
        return unreadable.put(model, new Standstill(error, at)) == null;
    }

    void readable(String model) {
        unreadable.remove(model);
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
