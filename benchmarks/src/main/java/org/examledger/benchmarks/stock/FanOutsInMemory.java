package org.examledger.benchmarks.stock;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.examledger.command.exam.ExamsInLog;
import org.examledger.command.exam.FanOutKind;
import org.examledger.command.exam.FanOutList;

/** Lists of what to do for an exam's sessions that live as long as the process, which for a baseline is long enough. */
final class FanOutsInMemory implements FanOutList, ExamsInLog {
    private final Map<UUID, Map<Long, Progress>> exams = new ConcurrentHashMap<>();

    @Override
    public Map<Long, Progress> of(UUID examId) {
        return Map.copyOf(exams.getOrDefault(examId, Map.of()));
    }

    @Override
    public void add(UUID examId, long sequence, FanOutKind kind, int total) {
        exams.computeIfAbsent(examId, ignored -> new ConcurrentHashMap<>())
                .putIfAbsent(sequence, new Progress(0, total));
    }

    @Override
    public void reached(UUID examId, long sequence, int done) {
        exams.getOrDefault(examId, Map.of())
                .computeIfPresent(sequence, (ignored, before) -> new Progress(done, before.total()));
    }

    @Override
    public boolean claim(UUID examId, String owner, Duration lease) {
        return true;
    }

    @Override
    public void release(UUID examId, String owner) {}

    @Override
    public List<UUID> unfinished() {
        return List.of();
    }

    @Override
    public long bookmark() {
        return 0;
    }

    @Override
    public void moveBookmark(long position) {}

    @Override
    public long lastPosition() {
        return 0;
    }

    @Override
    public Set<UUID> touched(long after, long upTo) {
        return Set.of();
    }
}
