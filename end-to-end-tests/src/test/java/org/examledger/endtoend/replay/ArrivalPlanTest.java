package org.examledger.endtoend.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.examledger.endtoend.examlog.Click;
import org.examledger.endtoend.examlog.GeneratedExamLog;
import org.examledger.endtoend.examlog.Seeds;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ArrivalPlanTest {
    @Test
    void a_seed_gives_one_plan() {
        var clicks = Click.of(GeneratedExamLog.of(1, 8).students().getFirst());

        assertThat(ArrivalPlan.of(clicks, 0.5, Seeds.of(1, 2))).isEqualTo(ArrivalPlan.of(clicks, 0.5, Seeds.of(1, 2)));
        assertThat(ArrivalPlan.of(clicks, 0.5, Seeds.of(1, 2)))
                .isNotEqualTo(ArrivalPlan.of(clicks, 0.5, Seeds.of(1, 3)));
    }

    @RepeatedTest(5)
    void every_click_arrives_some_of_them_twice_near_its_place() {
        var seed = ThreadLocalRandom.current().nextLong(1_000_000);
        System.out.println("ArrivalPlanTest seed " + seed);
        var clicks = 0;
        var duplicates = 0;
        var moved = 0;
        var batched = 0;
        for (var student : GeneratedExamLog.of(200, seed).students()) {
            var all = Click.of(student);
            var plan = ArrivalPlan.of(all, 0.8, Seeds.of(seed, student.student().hashCode()));
            var arrived = new HashMap<Click, Integer>();
            var order = new ArrayList<Click>();
            for (var window : plan.windows()) {
                for (var delivery : window.deliveries()) {
                    delivery.clicks().forEach(click -> arrived.merge(click, 1, Integer::sum));
                    order.addAll(delivery.clicks());
                    batched += delivery instanceof Delivery.Batch ? 1 : 0;
                }
            }
            plan.unsent().forEach(click -> arrived.merge(click, 1, Integer::sum));

            assertThat(arrived.keySet()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(all);
            assertThat(arrived.values().stream().mapToInt(Integer::intValue).sum())
                    .as("seed %d", seed)
                    .isEqualTo(all.size() + plan.duplicates());
            assertThat(plan.unsent()).as("seed %d", seed).hasSizeLessThanOrEqualTo(plan.submits() ? 1 : 0);
            isNearItsPlace(order, plan.largestWindow(), seed);
            clicks += all.size();
            duplicates += plan.duplicates();
            moved += outOfOrder(order);
        }
        assertThat(duplicates / (double) clicks).as("seed %d", seed).isBetween(0.02, 0.04);
        assertThat(moved).as("seed %d", seed).isGreaterThan(clicks / 10);
        assertThat(batched).as("seed %d", seed).isGreaterThan(200);
    }

    /** No first arrival is overtaken by one that is more than a window away. */
    private static void isNearItsPlace(List<Click> order, int largestWindow, long seed) {
        var highest = 0L;
        var seen = new ArrayList<Long>();
        for (var click : order) {
            if (!seen.contains(click.clientSeq())) {
                assertThat(click.clientSeq()).as("seed %d", seed).isGreaterThan(highest - largestWindow - 1);
                highest = Math.max(highest, click.clientSeq());
                seen.add(click.clientSeq());
            }
        }
    }

    private static int outOfOrder(List<Click> order) {
        var count = 0;
        for (var index = 1; index < order.size(); index++) {
            count += order.get(index).clientSeq() < order.get(index - 1).clientSeq() ? 1 : 0;
        }
        return count;
    }
}
