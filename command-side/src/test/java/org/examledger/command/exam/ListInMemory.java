package org.examledger.command.exam;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The to-do list as the database keeps it, with a lease that ends when a test says so. */
final class ListInMemory implements FanOutList {
    private final Map<UUID, TreeMap<Long, Progress>> exams = new HashMap<>();
    private @Nullable String holder;
    private long bookmark;

    @Override
    public synchronized Map<Long, Progress> of(UUID examId) {
        return Map.copyOf(exams.getOrDefault(examId, new TreeMap<>()));
    }

    @Override
    public synchronized void add(UUID examId, long sequence, FanOutKind kind, int total) {
        exams.computeIfAbsent(examId, ignored -> new TreeMap<>()).putIfAbsent(sequence, new Progress(0, total));
    }

    @Override
    public synchronized void reached(UUID examId, long sequence, int done) {
        exams.getOrDefault(examId, new TreeMap<>())
                .computeIfPresent(
                        sequence, (ignored, before) -> new Progress(Math.max(before.done(), done), before.total()));
    }

    @Override
    public synchronized boolean claim(UUID examId, String owner, Duration lease) {
        if (holder != null && !holder.equals(owner)) {
            return false;
        }
        holder = owner;
        return true;
    }

    @Override
    public synchronized void release(UUID examId, String owner) {
        if (owner.equals(holder)) {
            holder = null;
        }
    }

    @Override
    public synchronized List<UUID> unfinished() {
        return exams.entrySet().stream()
                .filter(exam -> exam.getValue().values().stream().anyMatch(it -> !it.isDone()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized long bookmark() {
        return bookmark;
    }

    @Override
    public synchronized void moveBookmark(long position) {
        bookmark = position;
    }

    synchronized void holdFor(@Nullable String owner) {
        holder = owner;
    }
}
