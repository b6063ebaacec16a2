package org.examledger.command.exam;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.examledger.events.exam.ExamPackage;

/**
 * Which questions of an exam with packages stand on a paper, in which order.
 *
 * <p>A paper has as many places as the smallest package has questions. Each package fills the same number of places,
 * and what cannot be shared evenly goes to packages chosen at random; then the places are shuffled. The question at a
 * place is its package's at that very place: so inside a package the author's order holds, and packages that are
 * variants of each other, question by question, never bring the same matter twice.
 */
final class Assembly {
    private Assembly() {}

    /** Ids of the questions in the order of the paper. */
    static List<Integer> of(List<ExamPackage> packages, PaperRandom random) {
        var places = new ArrayList<ExamPackage>();
        var length =
                packages.stream().mapToInt(it -> it.questionIds().size()).min().orElse(0);
        packages.forEach(it -> places.addAll(Collections.nCopies(length / packages.size(), it)));
        var lucky = new ArrayList<>(packages);
        random.shuffle(lucky);
        places.addAll(lucky.subList(0, length % packages.size()));
        random.shuffle(places);
        return IntStream.range(0, length)
                .mapToObj(place -> places.get(place).questionIds().get(place))
                .toList();
    }
}
