package org.examledger.command.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.examledger.command.exam.PaperRandom;
import org.examledger.command.pool.PoolsAtHand;
import org.examledger.command.question.CompleteQuestion;
import org.examledger.events.exam.ExamPackage;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.rules.PoolName;
import org.jspecify.annotations.Nullable;

/**
 * The questions of an exam, in the author's order, with those that are drawn from pools in their places.
 *
 * <p>A pool is shuffled once, by the exam's seed and the pool's name, and dealt from its top: the same seed and the same
 * pool always give the same questions, and none comes twice. A drawn question gets the exam's next free id (seed 002).
 */
final class QuestionsOfExam {
    private final PoolsAtHand pools;
    private final long seed;
    private final Map<PoolName, List<ExamQuestion>> dealing = new HashMap<>();
    private final List<ExamQuestion> questions = new ArrayList<>();
    private final List<ExamPackage> packages = new ArrayList<>();
    private int nextId;

    QuestionsOfExam(DraftState draft, PoolsAtHand pools, long seed) {
        this.pools = pools;
        this.seed = seed;
        nextId = draft.questionOrder().stream().mapToInt(id -> id).max().orElse(0) + 1;
        for (var list : draft.lists()) {
            var taken =
                    list.entries().stream().flatMap(it -> taken(it).stream()).toList();
            questions.addAll(taken);
            if (!draft.packages().isEmpty()) {
                var ids = taken.stream().map(ExamQuestion::id).toList();
                packages.add(new ExamPackage(String.valueOf(list.name()), ids));
            }
        }
    }

    List<ExamQuestion> questions() {
        return questions;
    }

    @Nullable
    List<ExamPackage> packages() {
        return packages.isEmpty() ? null : packages;
    }

    private List<ExamQuestion> taken(QuestionList.Entry entry) {
        return switch (entry) {
            case QuestionList.Written written -> List.of(CompleteQuestion.of(written.question()));
            case QuestionList.FromPool drawn ->
                dealt(drawn.name().orElseThrow(), drawn.size()).stream()
                        .map(it -> it.withId(nextId++))
                        .toList();
        };
    }

    private List<ExamQuestion> dealt(PoolName name, int count) {
        var top = dealing.computeIfAbsent(name, this::shuffled).subList(0, count);
        var dealt = List.copyOf(top);
        top.clear();
        return dealt;
    }

    private List<ExamQuestion> shuffled(PoolName name) {
        var all = new ArrayList<>(pools.questionsOf(name));
        new PaperRandom(seed, "pool:" + name.path(), 0).shuffle(all);
        return all;
    }
}
