package org.examledger.command.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.examledger.command.draft.DraftReceipt.Overwritten;
import org.examledger.events.draft.DraftDiscarded;
import org.examledger.events.draft.DraftExpired;
import org.examledger.events.draft.DraftFact;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftStarted;
import org.examledger.events.draft.DraftWorker;
import org.jspecify.annotations.Nullable;

/** Saving a draft: the fact holds what changed and nothing else; last modified wins, and it is said what was replaced. */
final class Revising {
    private Revising() {}

    /** The fact of a save; empty when it changes nothing. */
    static Optional<DraftRevised> decide(
            DraftState draft, DraftChanges changes, Editor editor, @Nullable UUID commandId) {
        var revised = new DraftRevised(
                draft.revision() + 1,
                changedFields(draft, changes),
                changes.cleared().stream()
                        .filter(draft.fields()::containsKey)
                        .sorted()
                        .toList(),
                changedQuestions(draft, changes.questions()),
                removedQuestions(draft, changes.questions()),
                changedOrder(draft, changes.questions()),
                changedWorkers(draft, changes.workers()),
                removedWorkers(draft, changes.workers()),
                editor.device(),
                commandId,
                commandId == null ? null : ContentHash.of(changes));
        return DraftState.touchedBy(revised).isEmpty() ? Optional.empty() : Optional.of(revised);
    }

    /** Whether a save is the one that brought this fact (R2). */
    static boolean asksFor(DraftRevised fact, DraftChanges changes) {
        var hash = fact.contentHash();
        return hash != null ? hash.equals(ContentHash.of(changes)) : namesAllOf(fact, changes);
    }

    /** Of the first saves it is not known what they named without changing it, so it is not compared. */
    private static boolean namesAllOf(DraftRevised fact, DraftChanges changes) {
        return changes.fields().entrySet().containsAll(fact.fields().entrySet())
                && changes.cleared().containsAll(fact.cleared())
                && asksForAll(changes.questions(), fact.questions())
                && asksForAll(changes.workers(), fact.workers());
    }

    /** Whether a draft that begins with these changes begins with that fact; on an empty draft nothing is left out. */
    static boolean isBeginning(DraftFact fact, DraftChanges changes, Editor editor) {
        return switch (fact) {
            case DraftStarted started ->
                decide(new DraftState(), changes, editor, started.commandId()).isEmpty();
            case DraftRevised revised -> asksFor(revised, changes);
            case DraftLocked locked -> false;
            case DraftDiscarded discarded -> false;
            case DraftExpired expired -> false;
        };
    }

    private static <T> boolean asksForAll(@Nullable List<T> wanted, List<T> brought) {
        return brought.isEmpty() || (wanted != null && new HashSet<>(wanted).containsAll(brought));
    }

    /**
     * The fields of this save whose newer value was replaced: newer than the revision that the editor had seen, or, when
     * he does not say which he had seen, written by somebody else or on another device.
     */
    static List<Overwritten> overwritten(
            DraftState draft, DraftRevised revised, Editor editor, @Nullable Integer basedOn) {
        var overwritten = new ArrayList<Overwritten>();
        for (var field : DraftState.touchedBy(revised)) {
            var last = draft.touched().get(field);
            if (last != null && (basedOn == null ? isElsewhere(last, editor) : last.revision() > basedOn)) {
                overwritten.add(new Overwritten(field, last.person(), last.at()));
            }
        }
        return List.copyOf(overwritten);
    }

    private static boolean isElsewhere(DraftState.Touch last, Editor editor) {
        return !last.person().equals(editor.person()) || !Objects.equals(last.device(), editor.device());
    }

    private static Map<String, Object> changedFields(DraftState draft, DraftChanges changes) {
        var changed = new LinkedHashMap<String, Object>();
        changes.fields().forEach((name, value) -> {
            if (!value.equals(draft.fields().get(name))) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    private static List<DraftQuestion> changedQuestions(DraftState draft, @Nullable List<DraftQuestion> wanted) {
        return wanted == null
                ? List.of()
                : wanted.stream()
                        .filter(it -> !it.equals(draft.questionsById().get(it.id())))
                        .toList();
    }

    private static List<Integer> removedQuestions(DraftState draft, @Nullable List<DraftQuestion> wanted) {
        if (wanted == null) {
            return List.of();
        }
        var kept = wanted.stream().map(DraftQuestion::id).collect(Collectors.toSet());
        return draft.questionOrder().stream().filter(id -> !kept.contains(id)).toList();
    }

    private static @Nullable List<Integer> changedOrder(DraftState draft, @Nullable List<DraftQuestion> wanted) {
        if (wanted == null) {
            return null;
        }
        var order = wanted.stream().map(DraftQuestion::id).toList();
        return order.equals(draft.questionOrder()) ? null : order;
    }

    private static List<DraftWorker> changedWorkers(DraftState draft, @Nullable List<DraftWorker> wanted) {
        return wanted == null
                ? List.of()
                : wanted.stream()
                        .filter(it -> !it.equals(draft.workers().get(it.person())))
                        .toList();
    }

    private static List<String> removedWorkers(DraftState draft, @Nullable List<DraftWorker> wanted) {
        if (wanted == null) {
            return List.of();
        }
        var kept = wanted.stream().map(DraftWorker::person).collect(Collectors.toSet());
        return draft.workers().keySet().stream()
                .filter(it -> !kept.contains(it))
                .toList();
    }
}
