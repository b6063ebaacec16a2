package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamPackage;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.Picture;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PapersTest {
    private static final int ROUNDS = 200;

    @Test
    void with_one_question_list_everyone_gets_the_authors_order() {
        var exam = ExamSpec.locked(null, List.of(32, 7, 31));

        assertThat(ids(Papers.of(exam, "person-a", 1))).containsExactly(32, 7, 31);
        assertThat(Papers.of(exam, "person-b", 2)).isEqualTo(Papers.of(exam, "person-a", 1));
    }

    @Test
    void with_one_package_everyone_gets_the_authors_order() {
        var exam = ExamSpec.locked(List.of(new ExamPackage("Only", List.of(7, 32))), List.of(32, 7));

        assertThat(ids(Papers.of(exam, "person-a", 1))).containsExactly(7, 32);
        assertThat(ids(Papers.of(exam, "person-b", 1))).containsExactly(7, 32);
    }

    @RepeatedTest(ROUNDS)
    void packages_are_assembled_by_their_rule(RepetitionInfo round) {
        var seed = 4_100L + round.getCurrentRepetition();
        var random = new Random(seed);
        var exam = withPackages(random, 2 + random.nextInt(6), 1 + random.nextInt(12));
        var packages = packagesOf(exam);
        var paper = ids(Papers.of(exam, "person-" + seed, 1 + random.nextInt(3)));

        var smallest =
                packages.stream().mapToInt(it -> it.questionIds().size()).min().orElseThrow();
        assertThat(paper).as("seed %d", seed).hasSize(smallest).doesNotHaveDuplicates();
        for (var one : packages) {
            var share = paper.stream().filter(one.questionIds()::contains).toList();
            assertThat(share.size())
                    .as("seed %d", seed)
                    .isBetween(smallest / packages.size(), smallest / packages.size() + 1);
            assertThat(share)
                    .as("seed %d: the author's order inside a package", seed)
                    .isEqualTo(
                            one.questionIds().stream().filter(paper::contains).toList());
        }
    }

    @Test
    void every_package_and_every_place_gets_its_turn() {
        var exam = withPackages(new Random(9), 3, 4);
        var packages = packagesOf(exam);
        var shortPaper =
                packages.stream().mapToInt(it -> it.questionIds().size()).min().orElseThrow();
        var firsts = new HashMap<Integer, Integer>();
        var shares = new HashMap<Integer, Integer>();
        for (var worker = 0; worker < 3_000; worker++) {
            var paper = ids(Papers.of(exam, "person-" + worker, 1));
            firsts.merge(packageOf(packages, paper.getFirst()), 1, Integer::sum);
            paper.forEach(id -> shares.merge(packageOf(packages, id), 1, Integer::sum));
        }

        assertThat(firsts.values()).hasSize(3).allSatisfy(it -> assertThat(it).isBetween(850, 1150));
        assertThat(shares.values())
                .hasSize(3)
                .allSatisfy(it -> assertThat(it).isBetween(920 * shortPaper, 1080 * shortPaper));
    }

    @Test
    void papers_differ_between_workers_and_between_attempts() {
        var exam = withPackages(new Random(5), 4, 30);
        var papers = new HashSet<List<Integer>>();
        for (var worker = 0; worker < 50; worker++) {
            papers.add(ids(Papers.of(exam, "person-" + worker, 1)));
            papers.add(ids(Papers.of(exam, "person-" + worker, 2)));
        }

        assertThat(papers).hasSize(100);
    }

    /** Computed with another implementation, in Python: a paper that was given out can be computed again in ten years; a change of the algorithm turns this red. */
    @Test
    void a_paper_is_the_same_for_ever() {
        var exam = ExamSpec.locked(
                List.of(
                        new ExamPackage("A", List.of(11, 12, 13, 14, 15, 16, 17)),
                        new ExamPackage("B", List.of(21, 22, 23, 24, 25, 26, 27, 28)),
                        new ExamPackage("C", List.of(31, 32, 33, 34, 35, 36, 37))),
                List.of(11, 12, 13, 14, 15, 16, 17, 21, 22, 23, 24, 25, 26, 27, 28, 31, 32, 33, 34, 35, 36, 37));

        assertThat(ids(Papers.of(exam, "person-a", 1))).containsExactly(11, 32, 23, 24, 35, 36, 17);
        assertThat(ids(Papers.of(exam, "person-a", 2))).containsExactly(21, 12, 33, 24, 35, 16, 17);
        assertThat(ids(Papers.of(exam, "person-b", 1))).containsExactly(11, 22, 13, 34, 25, 36, 27);
    }

    @Test
    void the_hash_is_of_the_paper_and_not_of_the_exam() {
        var exam = withPackages(new Random(5), 4, 30);

        assertThat(Papers.of(exam, "person-a", 1).hash())
                .isEqualTo(Papers.of(exam, "person-a", 1).hash())
                .isNotEqualTo(Papers.of(exam, "person-b", 1).hash());
    }

    /** Both hashes computed with another implementation, in Python: auditors compute them again in ten years. */
    @Test
    void the_hash_covers_the_pictures_and_is_what_it_always_was_without_any() {
        var a = "a".repeat(64);
        var options = List.of(new ExamOption(1, "a"), new ExamOption(2, "b"));
        var plain = new ExamQuestion(7, "Größe?", options, List.of(2), false, 4);
        var shown = new ExamQuestion(
                7,
                "Größe?",
                List.of(
                        new ExamOption(1, "a"),
                        new ExamOption(
                                2,
                                "b",
                                List.of(
                                        new Picture("b".repeat(64), "image/gif", null),
                                        new Picture(a, "image/png", "")))),
                List.of(2),
                false,
                4,
                List.of(new Picture(a, "image/png", "ä")));

        assertThat(hashOf(plain)).isEqualTo("739362b093456cdc5d6fb654ee69fa87b3d735bc19a71f0d3299556157954114");
        assertThat(hashOf(shown)).isEqualTo("0aec40872c2c21a96bdcc64a143debcbff7945170521de4833b371bbd8e447b8");
    }

    private static String hashOf(ExamQuestion question) {
        return Papers.of(ExamSpec.locked(List.of(question)), "person-a", 1).hash();
    }

    private static ExamLocked withPackages(Random random, int number, int least) {
        var packages = new ArrayList<ExamPackage>();
        var all = new ArrayList<Integer>();
        for (var index = 0; index < number; index++) {
            var first = 1000 * (index + 1);
            var ids = IntStream.range(first, first + least + random.nextInt(5))
                    .boxed()
                    .toList();
            packages.add(new ExamPackage("Package " + index, ids));
            all.addAll(ids);
        }
        return ExamSpec.locked(packages, all);
    }

    private static List<ExamPackage> packagesOf(ExamLocked exam) {
        var packages = exam.packages();
        return packages == null ? List.of() : packages;
    }

    private static int packageOf(List<ExamPackage> packages, int id) {
        return IntStream.range(0, packages.size())
                .filter(it -> packages.get(it).questionIds().contains(id))
                .findAny()
                .orElseThrow();
    }

    private static List<Integer> ids(Paper paper) {
        return paper.questions().stream().map(PaperQuestion::questionId).toList();
    }
}
