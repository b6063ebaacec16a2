package org.examledger.command.exam;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;

/** Makes papers out of a locked exam. With one question list every worker gets the author's order. */
final class Papers {
    private Papers() {}

    static Paper of(ExamLocked exam) {
        return new Paper(exam.questions().stream().map(Papers::question).toList(), exam.questionsPerPage(), hash(exam));
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
     */
    private static String hash(ExamLocked exam) {
        var digest = sha256();
        for (var question : exam.questions()) {
            add(digest, question.id());
            add(digest, question.points());
            add(digest, question.text());
            add(digest, question.options().size());
            for (var option : question.options()) {
                add(digest, option.id());
                add(digest, option.text());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }

    private static void add(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        add(digest, bytes.length);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
