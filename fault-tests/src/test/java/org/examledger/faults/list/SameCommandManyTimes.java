package org.examledger.faults.list;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.record.Completion;
import org.examledger.faults.record.Kind;

/** The very same command 2 to 50 times at once, through all services. */
public final class SameCommandManyTimes implements Fault {
    private static final int MOST = 50;

    private int atOnce;

    @Override
    public int number() {
        return 7;
    }

    @Override
    public String title() {
        return "the same command many times at once on two services";
    }

    @Override
    public int extraSeats(Size size) {
        return 1;
    }

    @Override
    public void strike(Scene scene) throws InterruptedException, ExecutionException {
        var worker = scene.extra(0);
        for (var round = 1; round <= scene.times(8, 60); round++) {
            var copies = 2 + scene.random().nextInt(MOST - 1);
            var asked = scene.random().nextInt(4) == 0
                    ? worker.ask(Kind.PAGE, round, 0, List.of(), round % 3)
                    : worker.ask(Kind.ANSWER, round, 1 + round % 9, List.of(1 + round % 4), round % 9 / 3);
            var heard = AtOnce.all(copies, copy -> scene.teller().untilKnown(asked, copy));
            scene.count("commands", 1);
            scene.count("copies", copies);
            var firsts = heard.stream()
                    .map(Completion::said)
                    .filter(said -> !said.equals("duplicate"))
                    .count();
            scene.promise(firsts <= 1, firsts + " of " + copies + " were told to be the first of " + asked.commandId());
            atOnce = Math.max(atOnce, copies);
        }
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        return List.of(new Evidence(atOnce > MOST / 2, "up to " + atOnce + " copies were sent at once"));
    }
}
