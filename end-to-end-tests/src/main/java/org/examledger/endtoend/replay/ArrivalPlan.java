package org.examledger.endtoend.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.examledger.endtoend.examlog.Click;
import org.examledger.endtoend.examlog.Click.AnswerGiven;

/**
 * In which order one student's clicks reach the service: shuffled within small windows, some twice, some in batches
 * and some only with the submit.
 *
 * @param largestWindow how far a click may come before or after its place
 * @param unsent answers the submit carries
 * @param duplicates how many clicks are delivered a second time
 */
record ArrivalPlan(List<Window> windows, int largestWindow, List<AnswerGiven> unsent, boolean submits, int duplicates) {
    private static final int SMALL_WINDOW = 5;
    /** A client that was offline sends its outbox at once; else two answers to one question are hardly ever swapped. */
    private static final int OFFLINE_WINDOW = 40;

    private static final double OFFLINE = 0.2;
    private static final double SENT_TWICE = 0.03;
    private static final double TWO_ANSWERS_BATCHED = 0.5;
    private static final double ONE_ANSWER_BATCHED = 0.1;
    private static final double AT_ONCE = 0.5;
    private static final double LAST_ANSWER_UNSENT = 0.3;

    /** @param atOnce all requests in flight together, else one after the other in this order */
    record Window(boolean atOnce, List<Delivery> deliveries) {}

    static ArrivalPlan of(List<Click> clicks, double submitShare, RandomGenerator random) {
        var submits = random.nextDouble() < submitShare;
        var unsent = submits && random.nextDouble() < LAST_ANSWER_UNSENT
                ? lastAnswer(clicks).stream().toList()
                : List.<AnswerGiven>of();
        var largestWindow = random.nextDouble() < OFFLINE ? OFFLINE_WINDOW : SMALL_WINDOW;
        var left = new ArrayList<>(clicks);
        left.removeAll(unsent);

        var windows = new ArrayList<Window>();
        var again = new ArrayList<Delivery>();
        var duplicates = 0;
        for (var from = 0; from < left.size(); ) {
            var to = Math.min(left.size(), from + 1 + random.nextInt(largestWindow));
            var members = left.subList(from, to);
            var deliveries = new ArrayList<>(again);
            again.clear();
            deliveries.addAll(delivered(members, random));
            for (var click : members) {
                if (random.nextDouble() < SENT_TWICE) {
                    (random.nextBoolean() ? deliveries : again).add(new Delivery.Single(click));
                    duplicates++;
                }
            }
            Collections.shuffle(deliveries, random);
            windows.add(new Window(random.nextDouble() < AT_ONCE, List.copyOf(deliveries)));
            from = to;
        }
        if (!again.isEmpty()) {
            windows.add(new Window(true, List.copyOf(again)));
        }
        return new ArrivalPlan(List.copyOf(windows), largestWindow, unsent, submits, duplicates);
    }

    static Optional<AnswerGiven> lastAnswer(List<Click> clicks) {
        return clicks.reversed().stream()
                .filter(AnswerGiven.class::isInstance)
                .map(AnswerGiven.class::cast)
                .findFirst();
    }

    private static List<Delivery> delivered(List<Click> members, RandomGenerator random) {
        var answers = members.stream()
                .filter(AnswerGiven.class::isInstance)
                .map(AnswerGiven.class::cast)
                .toList();
        var batched = random.nextDouble() < (answers.size() > 1 ? TWO_ANSWERS_BATCHED : ONE_ANSWER_BATCHED);
        var deliveries = new ArrayList<Delivery>();
        if (batched && !answers.isEmpty()) {
            var shuffled = new ArrayList<>(answers);
            Collections.shuffle(shuffled, random);
            deliveries.add(new Delivery.Batch(List.copyOf(shuffled)));
        }
        for (var click : members) {
            if (!batched || !(click instanceof AnswerGiven)) {
                deliveries.add(new Delivery.Single(click));
            }
        }
        return deliveries;
    }
}
