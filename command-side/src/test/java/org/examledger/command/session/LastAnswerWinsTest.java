package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionResumed;
import org.junit.jupiter.api.Test;

/** R1 and R2 as a property: whatever the order of arrival, the repeats and the batches, the answers are the client's. */
class LastAnswerWinsTest {
    private static final int SEEDS = 6_000;
    private static final Instant NOW = SessionSpec.STARTED.plusSeconds(90);

    @Test
    void the_same_commands_in_any_order_with_repeats_and_batches_give_the_same_answers() {
        var first = new Random().nextInt(1_000_000);
        System.out.println("Permutations of commands, seeds " + first + " to " + (first + SEEDS - 1));
        for (var seed = first; seed < first + SEEDS; seed++) {
            new Run(seed).play();
        }
    }

    /** One worker's clicks of three epochs, delivered in some order. */
    private static final class Run {
        private final int seed;
        private final Random random;
        private final Session session = new Session(SessionSpec.SESSION);
        private final List<SessionFact> log = new ArrayList<>();
        private final Map<Integer, Click> newest = new HashMap<>();
        private final Set<ClientOrder> clicked = new HashSet<>();
        private ClientOrder lastTurn = ClientOrder.NONE;
        private int lastPage;

        private record Click(int epoch, AnswerGiven answer) {
            ClientOrder order() {
                return new ClientOrder(epoch, answer.clientSeq());
            }
        }

        private record Turn(int epoch, long clientSeq, int page) {}

        Run(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            happen(SessionSpec.ASSIGNED);
            happen(SessionSpec.FIRST_START);
            happen(new SessionResumed(2, "page-2", null, null));
            happen(new SessionResumed(3, "page-3", null, null));
        }

        private void happen(SessionFact fact) {
            log.add(fact);
            session.evolve(fact, NOW);
        }

        void play() {
            deliver(permuted());
            newest.forEach((question, click) -> assertThat(session.state().optionsOf(question))
                    .as("question %d, seed %d", question, seed)
                    .isEqualTo(click.answer().optionIds()));
            assertThat(session.state().pageIndex()).as("page, seed %d", seed).isEqualTo(lastPage);
            assertThat(log.stream()
                            .map(Run::placeOf)
                            .filter(it -> !it.equals(ClientOrder.NONE))
                            .toList())
                    .as("each click is one fact, seed %d", seed)
                    .doesNotHaveDuplicates()
                    .hasSameSizeAs(clicked);
        }

        /** The clicks as the worker made them, then shuffled, some of them twice. */
        private List<Object> permuted() {
            var clicks = new ArrayList<Object>();
            for (var epoch = 1; epoch <= 3; epoch++) {
                for (var sequence = 1L; sequence <= 1 + random.nextInt(12); sequence++) {
                    clicks.add(random.nextInt(4) == 0 ? turn(epoch, sequence) : click(epoch, sequence));
                }
            }
            for (var repeat = random.nextInt(10); repeat > 0; repeat--) {
                clicks.add(clicks.get(random.nextInt(clicks.size())));
            }
            Collections.shuffle(clicks, random);
            return clicks;
        }

        private Click click(int epoch, long sequence) {
            var question = 1 + random.nextInt(4);
            var options = random.nextInt(5) == 0 ? new Integer[0] : new Integer[] {1 + random.nextInt(4)};
            var click = new Click(epoch, SessionSpec.given(sequence, question, options));
            newest.merge(click.answer().questionId(), click, (a, b) -> a.order().isAfter(b.order()) ? a : b);
            turned(click.order(), click.answer().pageIndex());
            return click;
        }

        private Turn turn(int epoch, long sequence) {
            var turn = new Turn(epoch, sequence, random.nextInt(3));
            turned(new ClientOrder(epoch, sequence), turn.page());
            return turn;
        }

        private void turned(ClientOrder order, int page) {
            clicked.add(order);
            if (order.isAfter(lastTurn)) {
                lastTurn = order;
                lastPage = page;
            }
        }

        /** Sends them one by one, or neighbours of one epoch as a batch. */
        private void deliver(List<Object> clicks) {
            for (var index = 0; index < clicks.size(); index++) {
                if (clicks.get(index) instanceof Turn turn) {
                    conclude(Visiting.decide(change(turn), session, NOW));
                    continue;
                }
                var batch = new ArrayList<AnswerGiven>();
                var epoch = ((Click) clicks.get(index)).epoch();
                batch.add(((Click) clicks.get(index)).answer());
                while (random.nextBoolean()
                        && index + 1 < clicks.size()
                        && clicks.get(index + 1) instanceof Click next
                        && next.epoch() == epoch) {
                    batch.add(next.answer());
                    index++;
                }
                conclude(send(epoch, batch));
            }
        }

        private Decision send(int epoch, List<AnswerGiven> answers) {
            return answers.size() == 1
                    ? Answering.decide(
                            new SelectAnswer(SessionSpec.SESSION, SessionSpec.OWNER, epoch, answers.getFirst(), null),
                            session,
                            NOW)
                    : Answering.decide(
                            new SelectAnswers(SessionSpec.SESSION, SessionSpec.OWNER, epoch, answers, null),
                            session,
                            NOW);
        }

        private static ChangePage change(Turn turn) {
            return new ChangePage(
                    SessionSpec.SESSION, SessionSpec.OWNER, turn.epoch(), turn.clientSeq(), turn.page(), null, null);
        }

        private void conclude(Decision decision) {
            assertThat(decision.refusal()).as("seed %d", seed).isNull();
            decision.facts().forEach(this::happen);
        }

        private static ClientOrder placeOf(SessionFact fact) {
            return switch (fact) {
                case AnswerSelected it -> new ClientOrder(it.epoch(), it.clientSeq());
                case AnswerSuperseded it -> new ClientOrder(it.epoch(), it.clientSeq());
                case PageChanged it -> new ClientOrder(it.epoch(), it.clientSeq());
                default -> ClientOrder.NONE;
            };
        }
    }
}
