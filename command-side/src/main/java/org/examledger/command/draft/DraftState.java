package org.examledger.command.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.examledger.events.draft.DraftDiscarded;
import org.examledger.events.draft.DraftExpired;
import org.examledger.events.draft.DraftFact;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftPackage;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftStarted;
import org.examledger.events.draft.DraftWorker;
import org.examledger.events.exam.AccessToken;
import org.examledger.events.rules.DraftExpiry;
import org.jspecify.annotations.Nullable;

/** A draft as its facts tell it. */
final class DraftState {
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<Integer, DraftQuestion> questions = new LinkedHashMap<>();
    private final Map<String, DraftWorker> workers = new LinkedHashMap<>();
    private final Map<String, Touch> touched = new HashMap<>();
    private final Map<UUID, DraftFact> commands = new HashMap<>();
    private List<Integer> questionOrder = List.of();
    private List<DraftPool> pools = List.of();
    private List<DraftPackage> packages = List.of();
    private @Nullable AccessToken accessToken;
    private int revision;
    private Phase phase = Phase.OPEN;
    private @Nullable Instant savedAt;
    private @Nullable Instant newestAt;

    /** A draft is written, or has become an exam, or is there for nobody any more. */
    enum Phase {
        OPEN,
        LOCKED,
        DISCARDED,
        EXPIRED
    }

    /** Who changed a field last, and in which revision. */
    record Touch(String person, @Nullable String device, int revision, Instant at) {}

    void evolve(DraftFact fact, String person, Instant at) {
        newestAt = at;
        switch (fact) {
            case DraftStarted started -> {
                savedAt = at;
                remember(started.commandId(), started);
            }
            case DraftRevised revised -> evolve(revised, person, at);
            case DraftLocked done -> {
                phase = Phase.LOCKED;
                remember(done.commandId(), done);
            }
            case DraftDiscarded done -> {
                phase = Phase.DISCARDED;
                remember(done.commandId(), done);
            }
            case DraftExpired done -> phase = Phase.EXPIRED;
        }
    }

    private void evolve(DraftRevised fact, String person, Instant at) {
        savedAt = at;
        revision = fact.revision();
        remember(fact.commandId(), fact);
        touchedBy(fact).forEach(field -> touched.put(field, new Touch(person, fact.device(), fact.revision(), at)));
        fields.putAll(fact.fields());
        fact.cleared().forEach(fields::remove);
        fact.removedQuestions().forEach(questions::remove);
        fact.questions().forEach(question -> questions.put(question.id(), question));
        if (fact.questionOrder() != null) {
            questionOrder = fact.questionOrder();
        }
        fact.removedWorkers().forEach(workers::remove);
        fact.workers().forEach(worker -> workers.put(worker.person(), worker));
        evolveLists(fact);
    }

    /** A draft that is started with content is remembered by its content. */
    private void remember(@Nullable UUID commandId, DraftFact fact) {
        if (commandId != null) {
            commands.put(commandId, fact);
        }
    }

    private void evolveLists(DraftRevised fact) {
        if (fact.pools() != null) {
            pools = fact.pools();
        }
        if (fact.packages() != null) {
            packages = fact.packages();
        }
        if (fact.accessToken() != null) {
            accessToken = fact.accessToken();
        } else if (fact.cleared().contains("accessToken")) {
            accessToken = null;
        }
    }

    /** The names of the fields that a save changes here. */
    List<String> touchedBy(DraftRevised fact) {
        var names = new ArrayList<>(fact.fields().keySet());
        names.addAll(fact.cleared());
        if (!fact.questions().isEmpty()
                || !fact.removedQuestions().isEmpty()
                || fact.questionOrder() != null
                || fact.pools() != null
                || fact.packages() != null) {
            names.add("questions");
        }
        if (!fact.workers().isEmpty() || !fact.removedWorkers().isEmpty()) {
            names.add("workers");
        }
        if (fact.accessToken() != null && !fact.accessToken().equals(accessToken)) {
            names.add("accessToken");
        }
        return names;
    }

    /** What the command with this id brought, when there was one (R2). */
    Optional<DraftFact> seen(@Nullable UUID commandId) {
        return commandId == null ? Optional.empty() : Optional.ofNullable(commands.get(commandId));
    }

    Map<String, Object> fields() {
        return fields;
    }

    List<DraftQuestion> questions() {
        return questionOrder.stream().map(questions::get).toList();
    }

    Map<Integer, DraftQuestion> questionsById() {
        return questions;
    }

    List<Integer> questionOrder() {
        return questionOrder;
    }

    List<DraftPool> pools() {
        return pools;
    }

    List<DraftPackage> packages() {
        return packages;
    }

    /** Its packages, or its one list of questions. */
    List<QuestionList> lists() {
        if (packages.isEmpty()) {
            return List.of(QuestionList.of(null, "questions", questions(), pools));
        }
        var lists = new ArrayList<QuestionList>();
        for (var it : packages) {
            var written = it.questionIds().stream().map(questions::get).toList();
            lists.add(QuestionList.of(it.name(), "packages[" + lists.size() + "].questions", written, it.pools()));
        }
        return lists;
    }

    @Nullable
    AccessToken accessToken() {
        return accessToken;
    }

    Map<String, DraftWorker> workers() {
        return workers;
    }

    Map<String, Touch> touched() {
        return touched;
    }

    int revision() {
        return revision;
    }

    Phase phase() {
        return phase;
    }

    /** Whether nobody touched it for so long that it is over, though nothing says so yet. */
    boolean isUntouchedAt(Instant now) {
        return phase == Phase.OPEN && savedAt != null && DraftExpiry.isOver(savedAt, now);
    }

    /** When it was begun or saved last. */
    @Nullable
    Instant savedAt() {
        return savedAt;
    }

    /** Time of its newest fact, whatever that is. */
    @Nullable
    Instant newestAt() {
        return newestAt;
    }
}
