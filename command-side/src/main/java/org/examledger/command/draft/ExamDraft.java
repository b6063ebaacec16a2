package org.examledger.command.draft;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.examledger.command.draft.DraftState.Phase;
import org.examledger.command.exam.Exam;
import org.examledger.command.handling.FactClock;
import org.examledger.command.handling.PortalNumbers;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.handling.Reply;
import org.examledger.command.pool.PoolsAtHand;
import org.examledger.events.Actor;
import org.examledger.events.FactMetadata;
import org.examledger.events.StreamId;
import org.examledger.events.draft.DraftDiscarded;
import org.examledger.events.draft.DraftExpired;
import org.examledger.events.draft.DraftFact;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftStarted;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.rules.PoolName;
import org.jspecify.annotations.Nullable;

/** An exam while it is being written: saved as it is typed, and locked once. */
public final class ExamDraft {
    private static final MetaData BY_THE_SYSTEM = MetaData.with(FactMetadata.ACTOR, Actor.SYSTEM.person())
            .and(FactMetadata.ROLE, Actor.SYSTEM.role().word());

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private @Nullable UUID draftId;
    private final DraftState state = new DraftState();

    ExamDraft() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Reply<DraftReceipt> handle(StartDraft command, FactClock clock) {
        if (draftId == null) {
            clock.decideAfter(null);
            AggregateLifecycle.apply(
                    new DraftStarted(command.draftId(), command.editor().device(), command.commandId()));
            Revising.decide(state, command.changes(), command.editor(), command.commandId())
                    .ifPresent(AggregateLifecycle::apply);
            return reply(List.of(), true, null);
        }
        return whileThere(clock, () -> {
            var begun = state.seen(command.commandId());
            return begun.isPresent() && Revising.isBeginning(begun.get(), command.changes(), command.editor())
                    ? reply(List.of(), false, null)
                    : reused();
        });
    }

    @CommandHandler
    Reply<DraftReceipt> handle(ReviseDraft command, FactClock clock) {
        return whileThere(clock, () -> {
            if (state.seen(command.commandId()).isPresent()) {
                return repeat(command.commandId(), command.changes());
            }
            if (state.phase() == Phase.LOCKED) {
                return locked();
            }
            var refusal = Appending.refusalOf(state, command.changes().appendix());
            if (refusal.isPresent()) {
                return reply(List.of(), false, refusal.get());
            }
            var revised = Revising.decide(state, command.changes(), command.editor(), command.commandId());
            if (revised.isEmpty()) {
                return reply(List.of(), false, null);
            }
            var overwritten = Revising.overwritten(state, revised.get(), command.editor(), command.basedOn());
            if (!overwritten.isEmpty() && !command.overwrite()) {
                return reply(overwritten, false, Refusal.of(Code.DRAFT_CHANGED, "Somebody saved something newer."));
            }
            AggregateLifecycle.apply(revised.get());
            var receipt = receipt(overwritten, true).bringing(revised.get());
            return Reply.of(receipt, null, AggregateLifecycle.getVersion(), true);
        });
    }

    /** Decides on the draft's stream; the exam's first facts follow in the same append. */
    @CommandHandler
    Reply<DraftReceipt> handle(LockDraft command, FactClock clock, PortalNumbers numbers) {
        return whileThere(clock, () -> {
            var seen = state.seen(command.commandId());
            if (seen.isPresent() && !(seen.get() instanceof DraftLocked)) {
                return reused();
            }
            if (state.phase() == Phase.LOCKED) {
                return reply(List.of(), false, null);
            }
            var pools = readOnce(command.pools());
            var reasons = Locking.reasonsAgainst(state, command.defaults(), pools);
            if (reasons.isEmpty()) {
                reasons = NumbersOfDraft.take(command.draftId(), state, numbers);
            }
            if (!reasons.isEmpty()) {
                return reply(List.of(), false, Refusal.of(Code.NOT_LOCKABLE, "The draft is not complete.", reasons));
            }
            AggregateLifecycle.apply(new DraftLocked(state.revision(), command.commandId()));
            var sequence = AggregateLifecycle.getVersion();
            var exam = new ExamOfDraft(command.draftId(), state, pools);
            bear(() -> new Exam(exam.locked(command), exam.workers(command)));
            return Reply.of(receipt(List.of(), true), null, sequence, true);
        });
    }

    /** What is checked and what is drawn must be the same, also while somebody publishes a pool. */
    private static PoolsAtHand readOnce(PoolsAtHand pools) {
        var read = new HashMap<PoolName, List<ExamQuestion>>();
        return name -> read.computeIfAbsent(name, pools::questionsOf);
    }

    private static void bear(Callable<Exam> exam) {
        try {
            AggregateLifecycle.createNew(Exam.class, exam);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Throwing away what was thrown away already gets the first result. */
    @CommandHandler
    Reply<DraftReceipt> handle(DiscardDraft command, FactClock clock) {
        var seen = state.seen(command.commandId());
        if (seen.isPresent() && !(seen.get() instanceof DraftDiscarded)) {
            clock.decideAfter(state.newestAt());
            return reused();
        }
        if (state.phase() == Phase.DISCARDED) {
            clock.decideAfter(state.newestAt());
            return reply(List.of(), false, null);
        }
        return whileThere(clock, () -> {
            if (state.phase() == Phase.LOCKED) {
                return locked();
            }
            AggregateLifecycle.apply(new DraftDiscarded(command.commandId()));
            return reply(List.of(), true, null);
        });
    }

    @CommandHandler
    Reply<DraftReceipt> handle(ExpireDraft command, FactClock clock) {
        return reply(List.of(), hasJustExpired(clock), null);
    }

    /** Whoever comes first after the 30 days brings it to light that the draft is over. */
    private boolean hasJustExpired(FactClock clock) {
        if (!state.isUntouchedAt(clock.decideAfter(state.newestAt()))) {
            return false;
        }
        AggregateLifecycle.apply(new DraftExpired(Objects.requireNonNull(state.savedAt())), BY_THE_SYSTEM);
        return true;
    }

    /** A draft that was thrown away or has expired is, for everybody, as if it had never been. */
    private Reply<DraftReceipt> whileThere(FactClock clock, Supplier<Reply<DraftReceipt>> decision) {
        var expired = hasJustExpired(clock);
        return switch (state.phase()) {
            case OPEN, LOCKED -> decision.get();
            case DISCARDED, EXPIRED -> reply(List.of(), expired, Refusal.of(Code.NOT_FOUND, "There is nothing here."));
        };
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
        return state.seen(commandId)
                .filter(DraftRevised.class::isInstance)
                .map(DraftRevised.class::cast)
                .filter(revised -> Revising.asksFor(revised, changes))
                .map(revised -> receipt(List.of(), false).bringing(revised))
                .map(receipt -> Reply.of(receipt, null, AggregateLifecycle.getVersion(), false))
                .orElseGet(this::reused);
    }

    private Reply<DraftReceipt> locked() {
        return reply(List.of(), false, Refusal.of(Code.DRAFT_LOCKED, "The draft is an exam already."));
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
                firstTime,
                List.of());
    }
}
