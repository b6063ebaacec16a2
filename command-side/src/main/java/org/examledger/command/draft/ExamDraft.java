package org.examledger.command.draft;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.examledger.command.exam.Exam;
import org.examledger.command.handling.FactClock;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.handling.Reply;
import org.examledger.events.FactMetadata;
import org.examledger.events.StreamId;
import org.examledger.events.draft.DraftFact;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftStarted;
import org.jspecify.annotations.Nullable;

/** An exam while it is being written: saved as it is typed, and locked once. */
public final class ExamDraft {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private @Nullable UUID draftId;
    private final DraftState state = new DraftState();

    ExamDraft() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Reply<DraftReceipt> handle(StartDraft command, FactClock clock) {
        clock.decideAfter(state.savedAt());
        if (draftId != null) {
            var begun = state.seen(command.commandId());
            return begun.isPresent() && Revising.isBeginning(begun.get(), command.changes(), command.editor())
                    ? reply(List.of(), false, null)
                    : reused();
        }
        AggregateLifecycle.apply(
                new DraftStarted(command.draftId(), command.editor().device(), command.commandId()));
        Revising.decide(state, command.changes(), command.editor(), command.commandId())
                .ifPresent(AggregateLifecycle::apply);
        return reply(List.of(), true, null);
    }

    @CommandHandler
    Reply<DraftReceipt> handle(ReviseDraft command, FactClock clock) {
        clock.decideAfter(state.savedAt());
        if (state.seen(command.commandId()).isPresent()) {
            return repeat(command.commandId(), command.changes());
        }
        if (state.isLocked()) {
            return reply(List.of(), false, Refusal.of(Code.DRAFT_LOCKED, "The draft is an exam already."));
        }
        var revised = Revising.decide(state, command.changes(), command.editor(), command.commandId());
        if (revised.isEmpty()) {
            return reply(List.of(), false, null);
        }
        var overwritten = Revising.overwritten(state, revised.get(), command.editor(), command.basedOn());
        AggregateLifecycle.apply(revised.get());
        return reply(overwritten, true, null);
    }

    /** Decides on the draft's stream; the exam's first facts follow in the same append. */
    @CommandHandler
    Reply<DraftReceipt> handle(LockDraft command, FactClock clock) throws Exception {
        clock.decideAfter(state.savedAt());
        var seen = state.seen(command.commandId());
        if (seen.isPresent() && !(seen.get() instanceof DraftLocked)) {
            return reused();
        }
        if (state.isLocked()) {
            return reply(List.of(), false, null);
        }
        var reasons = Locking.reasonsAgainst(state, command.defaults());
        if (!reasons.isEmpty()) {
            return reply(List.of(), false, Refusal.of(Code.NOT_LOCKABLE, "The draft is not complete.", reasons));
        }
        AggregateLifecycle.apply(new DraftLocked(state.revision(), command.commandId()));
        var sequence = AggregateLifecycle.getVersion();
        var exam = new ExamOfDraft(command.draftId(), state);
        AggregateLifecycle.createNew(Exam.class, () -> new Exam(exam.locked(command), exam.workers(command)));
        return Reply.of(receipt(List.of(), true), null, sequence, true);
    }

    @EventSourcingHandler
    void evolve(DraftFact fact, @Timestamp Instant at, @MetaDataValue(FactMetadata.ACTOR) @Nullable String person) {
        if (fact instanceof DraftStarted started) {
            draftId = started.draftId();
            stream = StreamId.ofDraft(started.draftId());
        }
        state.evolve(fact, person == null ? "" : person, at);
    }

    /** A repeat of a save has no second effect; another save under the same id is refused (R2). */
    private Reply<DraftReceipt> repeat(@Nullable UUID commandId, DraftChanges changes) {
        var isRepeat = state.seen(commandId)
                .filter(fact -> switch (fact) {
                    case DraftStarted started -> false;
                    case DraftRevised revised -> Revising.asksFor(revised, changes);
                    case DraftLocked locked -> false;
                })
                .isPresent();
        return isRepeat ? reply(List.of(), false, null) : reused();
    }

    private Reply<DraftReceipt> reused() {
        return reply(
                List.of(),
                false,
                Refusal.of(Code.COMMAND_REUSED, "This command was sent before with another content."));
    }

    private Reply<DraftReceipt> reply(
            List<DraftReceipt.Overwritten> overwritten, boolean appended, @Nullable Refusal refusal) {
        return Reply.of(receipt(overwritten, appended), refusal, AggregateLifecycle.getVersion(), appended);
    }

    private DraftReceipt receipt(List<DraftReceipt.Overwritten> overwritten, boolean firstTime) {
        return new DraftReceipt(
                Objects.requireNonNull(draftId),
                state.revision(),
                Objects.requireNonNull(state.savedAt()),
                overwritten,
                firstTime);
    }
}
