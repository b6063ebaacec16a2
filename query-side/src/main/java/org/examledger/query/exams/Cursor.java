package org.examledger.query.exams;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.examledger.query.http.Paging;
import org.examledger.query.life.ExamRow;

/**
 * The place in HC's list behind which it goes on. A client hands it back as it got it.
 *
 * @param opensAt of the last exam that was read
 */
record Cursor(Instant opensAt, UUID examId) {
    static Cursor behind(ExamRow exam) {
        return new Cursor(exam.opensAt(), exam.examId());
    }

    String text() {
        var plain = opensAt.toString() + '/' + examId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws org.springframework.web.ErrorResponseException 400 when the text is none of ours */
    static Cursor parse(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var slash = plain.indexOf('/');
            if (slash > 0) {
                var opensAt = Instant.parse(plain.substring(0, slash));
                if (isYear(opensAt.atOffset(ZoneOffset.UTC).getYear())) {
                    return new Cursor(opensAt, UUID.fromString(plain.substring(slash + 1)));
                }
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // Answered below, like a text without its two parts.
        }
        throw Paging.invalidCursor();
    }

    /** Java knows years that PostgreSQL does not. */
    static boolean isYear(int year) {
        return year >= 1 && year <= 9999;
    }
}
