package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionSubmitted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * R1 and R4 as a property of a session that the portal's page, another client and HC use at once: what the portal was told
 * is saved is current at that moment, no place in the order is given twice, and after the one end nothing counts.
 */
class PortalAmongOthersTest {
    private static final int SEEDS = 4_000;
    private static final int STEPS = 30;

    @Test
    void what_the_portal_was_told_is_saved_is_saved_whoever_else_is_there() {
        var first = new Random().nextInt(1_000_000);
        System.out.println("Portal, API and HC, seeds " + first + " to " + (first + SEEDS - 1));
        Map<SessionStatus, Integer> ends = new EnumMap<>(SessionStatus.class);
        for (var seed = first; seed < first + SEEDS; seed++) {
            var end = new Run(seed).play();
            if (end != null) {
                ends.merge(end, 1, Integer::sum);
            }
        }
        System.out.println("Ends: " + ends);
        assertThat(ends)
                .as("every kind of end won somewhere")
                .containsOnlyKeys(
                        SessionStatus.SUBMITTED,
                        SessionStatus.CLOSED,
                        SessionStatus.TIMED_OUT,
                        SessionStatus.ABANDONED);
    }

    private static final class Run {
        private final Random random;
        private final Session session = new Session(SessionSpec.SESSION);
        private final Set<ClientOrder> places = new HashSet<>();
        private final Map<Integer, Long> sequences = new HashMap<>();
        private final StringBuilder story;
        private Instant now = SessionSpec.STARTED;
        private int opened = 1;

        /** What counts when the session has ended; nothing changes it any more. */
        private @Nullable Map<Integer, List<Integer>> counted;

        Run(int seed) {
            random = new Random(seed);
            story = new StringBuilder("seed ").append(seed);
            session.evolve(SessionSpec.ASSIGNED, SessionSpec.OPENS);
            session.evolve(SessionSpec.FIRST_START, now);
        }

        @Nullable
        SessionStatus play() {
            for (var step = 0; step < STEPS; step++) {
                now = now.plusMillis(random.nextInt(12) == 0 ? random.nextInt(1_500_000) : random.nextInt(5_000));
                switch (random.nextInt(20)) {
                    case 0, 1, 2, 3, 4, 5, 6 -> save();
                    case 7, 8, 9 -> progress();
                    case 10, 11, 12, 13 -> answer();
                    case 14 -> resume();
                    case 15, 16 -> form();
                    case 17 -> ends();
                    default -> handInOrNot();
                }
            }
            return session.state().life().ended();
        }

        private void happens(String what, Decision decision) {
            story.append("\n  ")
                    .append(now)
                    .append(' ')
                    .append(what)
                    .append(" -> ")
                    .append(decision.facts());
            for (var fact : decision.facts()) {
                session.evolve(fact, now);
                takePlace(fact);
            }
            if (counted == null && session.state().life().ended() != null) {
                counted = answers();
            } else if (counted != null) {
                assertThat(answers()).as(story.toString()).isEqualTo(counted);
            }
        }

        private void takePlace(SessionFact fact) {
            var place = switch (fact) {
                case AnswerSelected it -> new ClientOrder(it.epoch(), it.clientSeq());
                case AnswerSuperseded it -> new ClientOrder(it.epoch(), it.clientSeq());
                case LateAnswerReceived it -> new ClientOrder(it.epoch(), it.clientSeq());
                case PageChanged it -> new ClientOrder(it.epoch(), it.clientSeq());
                case SessionSubmitted it -> new ClientOrder(it.epoch(), it.clientSeq());
                default -> null;
            };
            if (fact instanceof SessionResumed it) {
                assertThat(it.epoch()).as(story.toString()).isEqualTo(++opened);
            }
            if (place != null) {
                assertThat(places.add(place)).as("%s is new, %s", place, story).isTrue();
                sequences.merge(place.epoch(), place.clientSeq(), Math::max);
            }
        }

        private Map<Integer, List<Integer>> answers() {
            var answers = new HashMap<Integer, List<Integer>>();
            for (var question = 101; question <= 105; question++) {
                answers.put(question, session.state().optionsOf(question));
            }
            return answers;
        }

        private int question() {
            return 101 + random.nextInt(5);
        }

        private int option() {
            return 1 + random.nextInt(4);
        }

        private void save() {
            var command = new SaveAnswer(SessionSpec.SESSION, SessionSpec.OWNER, question(), option());
            var decision = Arriving.decide(command, session, now);
            happens(command.toString(), decision);
            told(decision, Map.of(command.questionId(), command.optionId()));
        }

        private void form() {
            var options = new HashMap<Integer, Integer>();
            for (var count = random.nextInt(4); count >= 0; count--) {
                options.put(question(), option());
            }
            var command = new SaveAnswers(SessionSpec.SESSION, SessionSpec.OWNER, options);
            var decision = Arriving.decide(command, session, now);
            happens(command.toString(), decision);
            told(decision, options);
        }

        /** Success means: held now. A refusal means: there was an end. */
        private void told(Decision decision, Map<Integer, Integer> options) {
            if (decision.refusal() == null) {
                options.forEach((question, option) -> assertThat(session.state().optionsOf(question))
                        .as(story.toString())
                        .containsExactly(option));
                assertThat(session.state().epoch()).as(story.toString()).isEqualTo(opened);
            } else {
                assertThat(decision.refusal().code()).as(story.toString()).isEqualTo(Code.SESSION_CLOSED);
                assertThat(counted).as(story.toString()).isNotNull();
            }
        }

        private void progress() {
            var command =
                    new SaveProgress(SessionSpec.SESSION, SessionSpec.OWNER, random.nextInt(3), random.nextInt(4));
            var decision = Arriving.decide(command, session, now);
            happens(command.toString(), decision);
            if (decision.refusal() == null) {
                assertThat(session.state().pageIndex()).as(story.toString()).isEqualTo(command.pageIndex());
            }
        }

        /** Another client, which names epoch and sequence itself; now and then it is an older page that comes late. */
        private void answer() {
            var epoch = random.nextInt(3) == 0 ? 1 + random.nextInt(opened) : opened;
            var sequence = sequences.getOrDefault(epoch, 0L) + 1 + random.nextInt(2);
            var given = new AnswerGiven(sequence, question(), List.of(option()), random.nextInt(3), null);
            var command = new SelectAnswer(SessionSpec.SESSION, SessionSpec.OWNER, epoch, given, null);
            happens(command.toString(), Answering.decide(command, session, now));
        }

        private void resume() {
            var command = new StartSession(SessionSpec.SESSION, SessionSpec.OWNER, "page", "laptop", null, null);
            happens("resume", Starting.decide(command, session, new SessionSpec.Terms(), now));
        }

        private void handInOrNot() {
            if (random.nextInt(6) == 0) {
                var options = Map.of(101 + random.nextInt(4), option(), 105, option());
                var command = new HandIn(SessionSpec.SESSION, SessionSpec.OWNER, options);
                var before = session.state().life().ended();
                var decision = Arriving.decide(command, session, now);
                happens(command.toString(), decision);
                if (before == null && decision.refusal() == null) {
                    told(decision, options);
                    assertThat(session.state().life().ended())
                            .as(story.toString())
                            .isEqualTo(SessionStatus.SUBMITTED);
                }
            }
        }

        private void ends() {
            var others = new ArrayList<Runnable>();
            others.add(() -> happens(
                    "close",
                    Ending.decide(
                            new CloseSession(SessionSpec.SESSION, "fire", CloseScoring.FROM_ANSWERS, null),
                            session,
                            now)));
            others.add(() ->
                    happens("leave", Arriving.decide(new Leave(SessionSpec.SESSION, SessionSpec.OWNER), session, now)));
            others.add(() -> happens(
                    "submit",
                    Submitting.decide(
                            new SubmitSession(
                                    SessionSpec.SESSION,
                                    SessionSpec.OWNER,
                                    opened,
                                    sequences.getOrDefault(opened, 0L) + 1,
                                    0,
                                    List.of(),
                                    Map.of(),
                                    null),
                            session,
                            now)));
            if (random.nextInt(3) == 0) {
                others.get(random.nextInt(others.size())).run();
            }
        }
    }
}
