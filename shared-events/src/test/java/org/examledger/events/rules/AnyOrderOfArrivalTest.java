package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.SessionFact;
import org.junit.jupiter.api.Test;

/** R1: the same clicks give the same answers and the same page, whatever the order in which they arrive. */
class AnyOrderOfArrivalTest {
    private static final int SEEDS = 6_000;
    private static final long FIRST_SEED = Long.getLong("exam.test.seed", 20_261_201L);

    /** A click of the worker: an answer, or with question 0 a page change. */
    private record Click(ClientOrder order, int questionId, List<Integer> optionIds, int pageIndex) {
        boolean isAnswer() {
            return questionId != 0;
        }
    }

    /** What R1 is about. */
    private record Picture(Map<Integer, List<Integer>> answers, Map<Integer, ClientOrder> orders, int pageIndex) {}

    private int superseded;
    private int stalePages;

    @Test
    void any_order_of_arrival_gives_the_same_answers_and_the_same_page() {
        System.out.println("AnyOrderOfArrivalTest: seeds " + FIRST_SEED + " to " + (FIRST_SEED + SEEDS - 1)
                + ", first one set by -Dexam.test.seed");
        for (var seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            var random = new Random(seed);
            var clicks = clicks(random);
            var wanted = expected(clicks);
            var arrived = new ArrayList<>(clicks);
            Collections.shuffle(arrived, random);

            assertThat(picture(fold(clicks, AnyOrderOfArrivalTest::newest)))
                    .as("in the client's order, seed %d", seed)
                    .isEqualTo(wanted);
            assertThat(picture(fold(arrived, AnyOrderOfArrivalTest::newest)))
                    .as("permuted, seed %d: %s", seed, arrived)
                    .isEqualTo(wanted);
            assertThat(picture(foldUnmarked(arrived)))
                    .as("permuted and nothing marked as superseded, seed %d: %s", seed, arrived)
                    .isEqualTo(wanted);
        }
        assertThat(superseded).as("answers that arrived behind a newer one").isGreaterThan(SEEDS);
        assertThat(stalePages)
                .as("page changes that arrived behind a newer click")
                .isGreaterThan(SEEDS);
    }

    /** The twin: were the place in the order taken from arrival, the comparison above would notice. */
    @Test
    void an_order_taken_from_arrival_would_be_noticed() {
        var noticed = 0;
        for (var seed = FIRST_SEED; seed < FIRST_SEED + 100; seed++) {
            var random = new Random(seed);
            var clicks = clicks(random);
            var arrived = new ArrayList<>(clicks);
            Collections.shuffle(arrived, random);
            var byArrival = picture(fold(arrived, (click, place) -> new ClientOrder(9, place)));
            var wanted = expected(clicks);
            if (!byArrival.answers().equals(wanted.answers()) || byArrival.pageIndex() != wanted.pageIndex()) {
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan(90);
    }

    private static ClientOrder newest(Click click, int place) {
        return click.order();
    }

    /** Some clicks of one to four page instances, in the order in which they were made. */
    private static List<Click> clicks(Random random) {
        var clicks = new ArrayList<Click>();
        var epochs = 1 + random.nextInt(4);
        for (var epoch = 1; epoch <= epochs; epoch++) {
            var sequence = 0L;
            for (var left = 1 + random.nextInt(14); left > 0; left--) {
                sequence += 1 + random.nextInt(3);
                clicks.add(click(random, new ClientOrder(epoch, sequence)));
            }
        }
        return clicks;
    }

    private static Click click(Random random, ClientOrder order) {
        var pageIndex = random.nextInt(Sittings.PAGES);
        if (random.nextInt(3) == 0) {
            return new Click(order, 0, List.of(), pageIndex);
        }
        var options = IntStream.rangeClosed(1, Sittings.OPTIONS)
                .filter(option -> random.nextInt(3) == 0)
                .boxed()
                .toList();
        return new Click(order, 1 + random.nextInt(Sittings.QUESTIONS), options, pageIndex);
    }

    /** R1 in its own words, without the code under test: of all clicks the highest one, of each question's too. */
    private static Picture expected(List<Click> clicks) {
        var byOrder = Comparator.<Click>comparingInt(it -> it.order().epoch())
                .thenComparingLong(it -> it.order().clientSeq());
        var answers = new HashMap<Integer, List<Integer>>();
        var orders = new HashMap<Integer, ClientOrder>();
        clicks.stream().filter(Click::isAnswer).sorted(byOrder).forEach(it -> {
            answers.put(it.questionId(), it.optionIds());
            orders.put(it.questionId(), it.order());
        });
        var pageIndex = clicks.stream().max(byOrder).orElseThrow().pageIndex();
        return new Picture(answers, orders, pageIndex);
    }

    /** Folds the facts that the aggregate would have made of the clicks in their order of arrival. */
    private SessionState fold(List<Click> arrived, BiFunction<Click, Integer, ClientOrder> orderOf) {
        var state = new SessionState();
        var at = Sittings.STARTED;
        state.evolve(Sittings.assigned(), Sittings.OPENS);
        state.evolve(Sittings.started(), at);
        for (var place = 0; place < arrived.size(); place++) {
            at = at.plusMillis(1 + place);
            var click = arrived.get(place);
            while (click.order().epoch() > state.epoch()) {
                state.evolve(Sittings.resumed(state.epoch() + 1), at);
            }
            state.evolve(fact(click, orderOf.apply(click, place + 1), state), at);
        }
        return state;
    }

    /** The fold keeps the order by itself, also where nobody told it that an answer is behind a newer one. */
    private static SessionState foldUnmarked(List<Click> arrived) {
        var state = new SessionState();
        state.evolve(Sittings.assigned(), Sittings.OPENS);
        for (var click : arrived) {
            var order = click.order();
            state.evolve(
                    click.isAnswer()
                            ? selected(click, order)
                            : Sittings.page(order.epoch(), order.clientSeq(), click.pageIndex()),
                    Sittings.STARTED);
        }
        return state;
    }

    private static AnswerSelected selected(Click click, ClientOrder order) {
        return Sittings.selected(
                order.epoch(),
                order.clientSeq(),
                click.questionId(),
                click.pageIndex(),
                click.optionIds().toArray(Integer[]::new));
    }

    private SessionFact fact(Click click, ClientOrder order, SessionState state) {
        if (!click.isAnswer()) {
            stalePages += order.clientSeq() < state.lastClientSeq() ? 1 : 0;
            return Sittings.page(order.epoch(), order.clientSeq(), click.pageIndex());
        }
        var current = state.answers().get(click.questionId());
        if (current == null || order.isAfter(current.order())) {
            return selected(click, order);
        }
        superseded++;
        return Sittings.superseded(
                order.epoch(),
                order.clientSeq(),
                click.questionId(),
                click.pageIndex(),
                click.optionIds().toArray(Integer[]::new));
    }

    private static Picture picture(SessionState state) {
        var answers = new HashMap<Integer, List<Integer>>();
        var orders = new HashMap<Integer, ClientOrder>();
        state.answers().forEach((question, answer) -> {
            answers.put(question, answer.optionIds());
            orders.put(question, answer.order());
        });
        return new Picture(answers, orders, state.pageIndex());
    }

    /** Every order of few clicks, so that no unlucky seed leaves one out. */
    @Test
    void each_of_the_720_orders_of_six_clicks_gives_the_same_picture() {
        var clicks = List.of(
                new Click(new ClientOrder(1, 1), 1, List.of(1), 0),
                new Click(new ClientOrder(1, 2), 0, List.of(), 1),
                new Click(new ClientOrder(1, 3), 1, List.of(), 0),
                new Click(new ClientOrder(2, 1), 1, List.of(2, 3), 2),
                new Click(new ClientOrder(2, 2), 2, List.of(4), 3),
                new Click(new ClientOrder(2, 3), 0, List.of(), 4));
        var wanted = new Picture(
                Map.of(1, List.of(2, 3), 2, List.of(4)), Map.of(1, new ClientOrder(2, 1), 2, new ClientOrder(2, 2)), 4);

        var orders = permutations(clicks).toList();

        assertThat(orders).hasSize(720).doesNotHaveDuplicates();
        assertThat(orders)
                .allSatisfy(arrived -> assertThat(picture(fold(arrived, AnyOrderOfArrivalTest::newest)))
                        .isEqualTo(wanted));
    }

    private static Stream<List<Click>> permutations(List<Click> clicks) {
        if (clicks.isEmpty()) {
            return Stream.of(List.of());
        }
        return clicks.stream().flatMap(first -> {
            var rest = clicks.stream().filter(it -> !it.equals(first)).toList();
            return permutations(rest)
                    .map(tail -> Stream.concat(Stream.of(first), tail.stream()).toList());
        });
    }
}
