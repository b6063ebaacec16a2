package org.examledger.command.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.examledger.command.exam.Exam;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.StreamId;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.NameBasedId;
import org.examledger.events.session.TimerPolicy;
import org.junit.jupiter.api.Test;

class LockDraftTest extends DraftSpec {
    private static final LockDraft LOCK = new LockDraft(DRAFT, DEFAULTS, 4711, KEY);

    /** The fixture records the draft's stream only; the exam that is born goes to a store of its own. */
    private final EventStore exams = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();

    LockDraftTest() {
        fixture.registerRepositoryProvider(new RepositoryProvider() {
            @Override
            @SuppressWarnings("unchecked") // there is one aggregate to be born here
            public <T> Repository<T> repositoryFor(Class<T> type) {
                return (Repository<T>) EventSourcingRepository.builder(Exam.class)
                        .eventStore(exams)
                        .build();
            }
        });
    }

    @Test
    void a_complete_draft_becomes_an_exam_and_keeps_its_id() {
        draft(complete()).when(LOCK).expectEvents(new DraftLocked(1, KEY));
        assertThat(exams.readEvents(StreamId.ofExam(DRAFT)).asStream().<Object>map(Message::getPayload))
                .containsExactly(
                        new ExamLocked(
                                DRAFT,
                                "Safety",
                                "K3",
                                "2026-12-01",
                                null,
                                "Asia/Jakarta",
                                45,
                                90,
                                70,
                                10,
                                TimerPolicy.WALL_CLOCK,
                                true,
                                false,
                                List.of(frozen(32), frozen(31)),
                                null,
                                4711,
                                null,
                                KEY),
                        new WorkersAssigned(
                                List.of(
                                        new AssignedWorker("person-a", NameBasedId.ofSession(DRAFT, "person-a"), 0),
                                        new AssignedWorker("person-b", NameBasedId.ofSession(DRAFT, "person-b"), 15)),
                                KEY));
    }

    private static ExamQuestion frozen(int id) {
        return new ExamQuestion(
                id, "Question " + id, List.of(new ExamOption(1, "yes"), new ExamOption(2, "no")), List.of(2), false, 5);
    }

    @Test
    void locking_twice_gets_the_first_result() {
        var result = draft(complete(), new DraftLocked(1, KEY)).when(LOCK).expectNoEvents();
        expectReceipt(result, receipt -> assertThat(receipt.firstTime()).isFalse());
    }

    @Test
    void every_reason_against_a_lock_is_told_at_once() {
        reasons(List.of(
                "title is missing",
                "durationMinutes is missing",
                "passPercentage is missing",
                "opensAt is missing",
                "questions there must be 1 to 1000"));
    }

    @Test
    void times_must_make_sense() {
        reasonsContain(
                Map.of("opensAt", "2026-12-02", "windowEndsAt", "2026-12-01"), "windowEndsAt must be after opensAt");
        reasonsContain(
                Map.of("opensAt", "tomorrow"), "opensAt must be a date (2026-12-01) or a date-time (2026-12-01T08:00)");
        reasonsContain(Map.of("opensAt", "+999999-01-01"), "opensAt must be between the years 1970 and 9998");
        reasonsContain(Map.of("zone", "Mars/Base"), "zone is not a known time zone");
        reasonsContain(Map.of("passPercentage", 101), "passPercentage must be 0 to 100");
        reasonsContain(
                Map.of("timerPolicy", "ACTIVE_TIME"),
                "windowEndsAt is missing; where only active time counts, it ends the exam");
    }

    @Test
    void questions_must_be_answerable() {
        var hollow = new DraftQuestion(31, " ", List.of(), List.of(7), null, null);
        var revised = new DraftRevised(
                1, Map.of(), List.of(), List.of(hollow), List.of(), List.of(31), List.of(), List.of(), null, null);
        expectReply(
                draft(revised).when(LOCK).expectNoEvents(),
                reply -> assertThat(sentences(reply.refusal()))
                        .contains(
                                "questions[0].text is missing",
                                "questions[0].points must be 0 to 1000000",
                                "questions[0].options there must be at least two",
                                "questions[0].correct names an option that the question does not have"));
    }

    private void reasons(List<String> sentences) {
        expectReply(
                draft().when(LOCK).expectNoEvents(),
                reply -> assertThat(sentences(reply.refusal())).containsExactlyElementsOf(sentences));
    }

    private void reasonsContain(Map<String, Object> fields, String sentence) {
        expectReply(
                draft(revised(1, fields, null)).when(LOCK).expectNoEvents(),
                reply -> assertThat(sentences(reply.refusal())).contains(sentence));
    }

    private static List<String> sentences(@org.jspecify.annotations.Nullable Refusal refusal) {
        assertThat(Objects.requireNonNull(refusal).code()).isEqualTo(Code.NOT_LOCKABLE);
        return refusal.fields().stream()
                .map(it -> it.field() + " " + it.message())
                .toList();
    }
}
