package org.examledger.faults.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.record.Invocation;
import org.examledger.faults.record.Kind;

/** Clicks arrive in any order but the one in which they were made, some of them more than once. */
public final class PermutedOrder implements Fault {
    private int overtaken;

    @Override
    public int number() {
        return 8;
    }

    @Override
    public String title() {
        return "order of the client's clicks permuted";
    }

    @Override
    public int extraSeats(Size size) {
        return size.of(3, 12);
    }

    @Override
    public void strike(Scene scene) throws InterruptedException, ExecutionException {
        for (var seat = 0; seat < scene.times(3, 12); seat++) {
            var worker = scene.extra(seat);
            var clicks = new ArrayList<Invocation>();
            for (var seq = 1; seq <= scene.times(40, 120); seq++) {
                var question = 1 + scene.random().nextInt(9);
                var click = scene.random().nextInt(5) == 0
                        ? worker.ask(
                                Kind.PAGE, seq, 0, List.of(), scene.random().nextInt(3))
                        : worker.ask(
                                Kind.ANSWER,
                                seq,
                                question,
                                List.of(1 + scene.random().nextInt(4)),
                                (question - 1) / 3);
                clicks.add(click);
                if (scene.random().nextInt(4) == 0) {
                    clicks.add(click);
                }
            }
            Collections.shuffle(clicks, scene.random());
            var heard = AtOnce.all(clicks.size(), index -> scene.teller().untilKnown(clicks.get(index), index));
            overtaken += (int)
                    heard.stream().filter(it -> it.said().equals("superseded")).count();
            scene.count("clicks", clicks.size());
        }
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        return List.of(new Evidence(overtaken > 0, overtaken + " answers had been overtaken when they arrived"));
    }
}
