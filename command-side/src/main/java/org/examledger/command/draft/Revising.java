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
import org.examledger.events.exam.AccessToken;
import org.examledger.events.rules.AccessTokens;
import org.jspecify.annotations.Nullable;

/** Saving a draft: the fact holds what changed and nothing else; last modified wins, and it is said what was replaced. */
final class Revising {
    private Revising() {}

    /** The fact of a save; empty when it changes nothing. */
    static Optional<DraftRevised> decide(
            DraftState draft, DraftChanges changes, Editor editor, @Nullable UUID commandId) {
        var questions = wantedQuestions(draft, changes);
        var revised = new DraftRevised(
                draft.revision() + 1,
                changedFields(draft, changes),
                clearedFields(draft, changes),
                changedQuestions(draft, questions),
                removedQuestions(draft, questions),
                changedOrder(draft, questions),
                changedWorkers(draft, changes.workers()),
                removedWorkers(draft, changes.workers()),
                editor.device(),
                commandId,
                commandId == null ? null : ContentHash.of(changes),
                questions == null || questions.pools().equals(draft.pools()) ? null : questions.pools(),
                questions == null || questions.packages().equals(draft.packages()) ? null : questions.packages(),
                changes.accessToken() == null ? null : kept(draft.accessToken(), changes.accessToken()));
        return draft.touchedBy(revised).isEmpty() ? Optional.empty() : Optional.of(revised);
    }

    /** Clearing the packages of a draft takes their questions away; a draft with one list has none to clear. */
    private static DraftChanges.@Nullable Questions wantedQuestions(DraftState draft, DraftChanges changes) {
        if (changes.questions() != null) {
            return changes.questions();
        }
        if (changes.appendix() != null) {
            return Appending.after(draft, changes.appendix());
        }
        var isCleared =
                changes.cleared().contains("packages") && !draft.packages().isEmpty();
        return isCleared ? DraftChanges.Questions.NONE : null;
    }

    private static List<String> clearedFields(DraftState draft, DraftChanges changes) {
        return changes.cleared().stream()
                .filter(it -> it.equals("accessToken")
                        ? draft.accessToken() != null
                        : draft.fields().containsKey(it))
                .sorted()
                .toList();
    }

    /** The same word keeps its salt, so that naming it again changes nothing. */
    private static AccessToken kept(@Nullable AccessToken before, DraftChanges.Token typed) {
        return before != null && AccessTokens.opens(before, typed.word()) ? before : typed.kept();
    }

    /** Whether a save is the one that brought this fact (R2). */
    static boolean asksFor(DraftRevised fact, DraftChanges changes) {
        var hash = fact.contentHash();
        return hash != null
                ? hash.equals(ContentHash.of(changes)) && isSameToken(fact.accessToken(), changes.accessToken())
                : namesAllOf(fact, changes);
    }

    private static boolean isSameToken(@Nullable AccessToken kept, DraftChanges.@Nullable Token typed) {
        return kept == null || typed == null ? kept == null && typed == null : AccessTokens.opens(kept, typed.word());
    }

    /** Of the first saves it is not known what they named without changing it, so it is not compared. */
    private static boolean namesAllOf(DraftRevised fact, DraftChanges changes) {
        return changes.fields().entrySet().containsAll(fact.fields().entrySet())
                && changes.cleared().containsAll(fact.cleared())
                && asksForAll(
                        changes.questions() == null ? null : changes.questions().written(), fact.questions())
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
        for (var field : draft.touchedBy(revised)) {
            var last = draft.touched().get(field);
            if (last != null && (basedOn == null ? isElsewhere(last, editor) : last.revision() > basedOn)) {
                overwritten.add(new Overwritten(nameOf(field, draft), last.person(), last.at()));
            }
        }
        return List.copyOf(overwritten);
    }

    /** An editor of packages knows no list of questions. */
    private static String nameOf(String field, DraftState draft) {
        return field.equals("questions") && !draft.packages().isEmpty() ? "packages" : field;
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

    private static List<DraftQuestion> changedQuestions(DraftState draft, DraftChanges.@Nullable Questions wanted) {
        return wanted == null
                ? List.of()
                : wanted.written().stream()
                        .filter(it -> !it.equals(draft.questionsById().get(it.id())))
                        .toList();
    }

    private static List<Integer> removedQuestions(DraftState draft, DraftChanges.@Nullable Questions wanted) {
        if (wanted == null) {
            return List.of();
        }
        var kept = wanted.written().stream().map(DraftQuestion::id).collect(Collectors.toSet());
        return draft.questionOrder().stream().filter(id -> !kept.contains(id)).toList();
    }

    private static @Nullable List<Integer> changedOrder(DraftState draft, DraftChanges.@Nullable Questions wanted) {
        if (wanted == null) {
            return null;
        }
        var order = wanted.written().stream().map(DraftQuestion::id).toList();
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
