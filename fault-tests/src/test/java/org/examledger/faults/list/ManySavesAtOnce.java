package org.examledger.faults.list;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.record.Kind;
import org.examledger.faults.record.Outcome;

/** Hundreds of answers of one session in the same moment. */
public final class ManySavesAtOnce implements Fault {
    @Override
    public int number() {
        return 20;
    }

    @Override
    public String title() {
        return "hundreds of saves at once on one session";
    }

    @Override
    public int extraSeats(Size size) {
        return 1;
    }

    @Override
    public void strike(Scene scene) throws InterruptedException, ExecutionException {
        var worker = scene.extra(0);
        var saves = scene.times(120, 500);
        var heard = AtOnce.all(saves, index -> {
            var question = 1 + index % 9;
            var asked = worker.ask(Kind.ANSWER, index + 1, question, List.of(1 + index % 4), (question - 1) / 3);
            return scene.teller().untilKnown(asked, index);
        });
        var ok = heard.stream().filter(it -> it.outcome() == Outcome.OK).count();
        scene.count("saves", saves);
        scene.promise(ok == saves, (saves - ok) + " of " + saves + " saves were refused");
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        var session = scene.extra(0).seat().session();
        var atOnce = Repeats.mostAtOnce(scene.teller().record().operations(), session);
        return List.of(new Evidence(atOnce > 20, atOnce + " saves of one session were under way at once"));
    }
}
