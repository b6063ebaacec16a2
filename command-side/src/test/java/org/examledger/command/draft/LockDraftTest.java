package org.examledger.command.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
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
import org.examledger.command.pool.PoolsAtHand;
import org.examledger.events.StreamId;
import org.examledger.events.draft.DraftFact;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftPackage;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftWorker;
import org.examledger.events.exam.AccessToken;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamPackage;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.NameBasedId;
import org.examledger.events.rules.PoolName;
import org.examledger.events.session.TimerPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LockDraftTest extends DraftSpec {
    private static final AccessToken TOKEN = new AccessToken("00ff", 1_000, "kept");
    private static final LockDraft LOCK = new LockDraft(DRAFT, DEFAULTS, NO_POOLS, 4711, KEY);

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
    void who_has_a_number_of_the_portal_gets_the_session_of_that_number() {
        draft(complete(), numbered(new DraftWorker("person-b", 15, 4711)))
                .when(LOCK)
                .expectEvents(new DraftLocked(2, KEY));
        assertThat(exams.readEvents(StreamId.ofExam(DRAFT)).asStream().<Object>map(Message::getPayload))
                .contains(new WorkersAssigned(
                        List.of(
                                new AssignedWorker("person-a", NameBasedId.ofSession(DRAFT, "person-a"), 0),
                                new AssignedWorker("person-b", NameBasedId.ofPortalSession(4711), 15, 4711)),
                        KEY));
    }

    @Test
    void a_number_of_the_portal_is_for_one_session_only() {
        var twice = numbered(new DraftWorker("person-a", 0, 4711), new DraftWorker("person-b", 15, 4711));
        var none = numbered(new DraftWorker("person-a", 0, 0));
        numbers.take(KEY, Map.of(4711, "person-x"));
        var taken = numbered(new DraftWorker("person-a", 0, 4711));
        Map.of(
                        twice, "workers portalSessionId 4711 is named twice",
                        none, "workers portalSessionId must be 1 to 2147483647",
                        taken, "workers portalSessionId 4711 belongs to another session")
                .forEach((revision, reason) -> expectReply(
                        draft(complete(), revision).when(LOCK).expectNoEvents(),
                        reply -> assertThat(
                                        Objects.requireNonNull(reply.refusal()).fields())
                                .extracting(it -> it.field() + " " + it.message())
                                .containsExactly(reason)));
    }

    private static DraftRevised numbered(DraftWorker... workers) {
        return new DraftRevised(
                2, Map.of(), List.of(), List.of(), List.of(), null, List.of(workers), List.of(), "desk", null);
    }

    @Test
    void every_reason_against_a_lock_is_told_at_once() {
        reasons(List.of(
                "title is missing",
                "durationMinutes is missing",
                "passPercentage is missing",
                "opensAt is missing",
                "questions there must be 1 to 1000 questions"));
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
                "timerPolicy ACTIVE_TIME needs windowEndsAt, which ends the sessions (R10)");
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

    @Test
    void packages_keep_their_questions_and_pools_fill_their_places_with_the_next_free_ids() {
        var pools = pools(Map.of(new PoolName("hive", "expert"), 5));
        var packages = List.of(
                new DraftPackage("A", List.of(32), List.of(new DraftPool("Hive ", "EXPERT", 2, 0))),
                new DraftPackage("B", List.of(31), List.of(new DraftPool("hive", "expert", 3, 1))));
        var lists = lists(null, packages);

        draft(complete(), lists)
                .when(new LockDraft(DRAFT, DEFAULTS, pools, 4711, KEY))
                .expectEvents(new DraftLocked(2, KEY));

        var locked = examLocked();
        assertThat(locked.packages())
                .containsExactly(
                        new ExamPackage("A", List.of(33, 34, 32)), new ExamPackage("B", List.of(31, 35, 36, 37)));
        assertThat(locked.questions()).extracting(ExamQuestion::id).containsExactly(33, 34, 32, 31, 35, 36, 37);
        assertThat(locked.questions().stream().map(ExamQuestion::text).filter(it -> it.startsWith("hive/expert")))
                .as("each question of the pool, once")
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(locked.accessToken()).isEqualTo(TOKEN);
        assertThat(new QuestionsOfExam(state(complete(), lists), pools, 4711).questions())
                .as("the recorded seed draws the same again")
                .isEqualTo(locked.questions());
        assertThat(new QuestionsOfExam(state(complete(), lists), pools, 4712).questions())
                .isNotEqualTo(locked.questions());
    }

    @Test
    void a_pool_must_hold_what_all_its_places_need_together() {
        var places = List.of(
                new DraftPool("hive", "expert", 2, 0),
                new DraftPool("hive", "expert", 2, 1),
                new DraftPool("ada", null, 0, 2));
        expectReply(
                draft(complete(), lists(places, null))
                        .when(new LockDraft(DRAFT, DEFAULTS, pools(Map.of(new PoolName("hive", "expert"), 3)), 7, null))
                        .expectNoEvents(),
                reply -> assertThat(sentences(reply.refusal()))
                        .containsExactly(
                                "questions[2].pool has 3 questions, 4 are needed",
                                "questions[4].pool needs a technology and a level",
                                "questions[4].pool.count must be 1 to 1000"));
    }

    @Test
    void a_package_needs_a_name_and_a_question() {
        expectReply(
                draft(complete(), lists(null, List.of(new DraftPackage(" ", List.of(), List.of()))))
                        .when(LOCK)
                        .expectNoEvents(),
                reply -> assertThat(sentences(reply.refusal()))
                        .containsExactly(
                                "packages there must be 1 to 1000 questions",
                                "packages[0].name is missing",
                                "packages[0].questions there must be at least one"));
    }

    @Test
    void active_time_needs_the_window_that_ends_it() {
        draft(complete(), revised(2, Map.of("timerPolicy", "ACTIVE_TIME", "windowEndsAt", "2026-12-02"), "desk"))
                .when(LOCK)
                .expectEvents(new DraftLocked(2, KEY));
        assertThat(examLocked().timerPolicy()).isEqualTo(TimerPolicy.ACTIVE_TIME);
    }

    private ExamLocked examLocked() {
        return (ExamLocked) exams.readEvents(StreamId.ofExam(DRAFT)).next().getPayload();
    }

    private static DraftState state(DraftFact... facts) {
        var state = new DraftState();
        for (var fact : facts) {
            state.evolve(fact, "person-hc", NOW);
        }
        return state;
    }

    private static DraftRevised lists(@Nullable List<DraftPool> pools, @Nullable List<DraftPackage> packages) {
        return new DraftRevised(
                2, Map.of(), List.of(), List.of(), List.of(), null, List.of(), List.of(), "desk", null, null, pools,
                packages, TOKEN);
    }

    /** Pools of that many questions each. */
    private static PoolsAtHand pools(Map<PoolName, Integer> sizes) {
        return name -> IntStream.rangeClosed(1, sizes.getOrDefault(name, 0))
                .mapToObj(number -> new ExamQuestion(
                        number,
                        name.path() + " " + number,
                        List.of(new ExamOption(1, "yes"), new ExamOption(2, "no")),
                        List.of(1),
                        false,
                        1))
                .toList();
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

    private static List<String> sentences(@Nullable Refusal refusal) {
        assertThat(Objects.requireNonNull(refusal).code()).isEqualTo(Code.NOT_LOCKABLE);
        return refusal.fields().stream()
                .map(it -> it.field() + " " + it.message())
                .toList();
    }
}
