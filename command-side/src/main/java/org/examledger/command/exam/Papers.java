package org.examledger.command.exam;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamPackage;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.Picture;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.jspecify.annotations.Nullable;

/**
 * Makes papers out of a locked exam: paper = f(exam, worker, attempt), the exam's seed being part of it. With one
 * question list or one package everyone gets the author's order.
 */
public final class Papers {
    private static final int ABSENT = -1;

    private final ExamLocked exam;
    private final Map<Integer, ExamQuestion> questions;
    private final @Nullable Paper ofEveryone;

    Papers(ExamLocked exam) {
        this.exam = exam;
        questions = exam.questions().stream().collect(Collectors.toMap(ExamQuestion::id, Function.identity()));
        ofEveryone = packagesOf(exam).size() > 1 ? null : paper(theOneList(exam));
    }

    /** The paper of one worker's attempt; the same for ever. */
    public static Paper of(ExamLocked exam, String person, int attempt) {
        return new Papers(exam).of(person, attempt);
    }

    Paper of(String person, int attempt) {
        if (ofEveryone != null) {
            return ofEveryone;
        }
        return paper(Assembly.of(packagesOf(exam), new PaperRandom(exam.seed(), person, attempt)));
    }

    private static List<ExamPackage> packagesOf(ExamLocked exam) {
        return exam.packages() == null ? List.of() : exam.packages();
    }

    private static List<Integer> theOneList(ExamLocked exam) {
        var packages = packagesOf(exam);
        return packages.isEmpty()
                ? exam.questions().stream().map(ExamQuestion::id).toList()
                : packages.getFirst().questionIds();
    }

    private Paper paper(List<Integer> questionIds) {
        var chosen = questionIds.stream()
                .map(id -> Objects.requireNonNull(questions.get(id), "a package names questions of its exam only"))
                .toList();
        return new Paper(chosen.stream().map(Papers::question).toList(), exam.questionsPerPage(), hash(chosen));
    }

    private static PaperQuestion question(ExamQuestion question) {
        return new PaperQuestion(
                question.id(),
                question.options().stream().map(ExamOption::id).toList(),
                question.multiple(),
                question.points());
    }

    /**
     * SHA-256 in hexadecimal over, for each question in order: id, points, text, number of options, and each option's id
     * and text. Numbers are four bytes, big-endian; texts are UTF-8 behind their length in bytes.
     *
     * <p>When the paper shows pictures, these follow behind all questions: −1, which no id is, then for each question and
     * each of its options in order the number of its pictures, and each one's hash, media type, and description (−1
     * instead of one that is absent). So a paper without pictures has the hash it always had.
     */
    private static String hash(List<ExamQuestion> questions) {
        var digest = sha256();
        for (var question : questions) {
            add(digest, question.id());
            add(digest, question.points());
            add(digest, question.text());
            add(digest, question.options().size());
            for (var option : question.options()) {
                add(digest, option.id());
                add(digest, option.text());
            }
        }
        if (questions.stream().anyMatch(Papers::hasPictures)) {
            add(digest, ABSENT);
            questions.forEach(it -> addPictures(digest, it));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean hasPictures(ExamQuestion question) {
        return question.pictures() != null || question.options().stream().anyMatch(it -> it.pictures() != null);
    }

    private static void addPictures(MessageDigest digest, ExamQuestion question) {
        addPictures(digest, Picture.all(question.pictures()));
        question.options().forEach(it -> addPictures(digest, Picture.all(it.pictures())));
    }

    private static void addPictures(MessageDigest digest, List<Picture> pictures) {
        add(digest, pictures.size());
        for (var picture : pictures) {
            add(digest, picture.sha256());
            add(digest, picture.mediaType());
            var description = picture.description();
            if (description == null) {
                add(digest, ABSENT);
            } else {
                add(digest, description);
            }
        }
    }

    private static void add(MessageDigest digest, int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }

    private static void add(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        add(digest, bytes.length);
        digest.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
