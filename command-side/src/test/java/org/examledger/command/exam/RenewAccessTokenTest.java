package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.exam.AccessTokenRenewed;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.rules.AccessTokens;
import org.junit.jupiter.api.Test;

class RenewAccessTokenTest extends ExamSpec {
    private static final byte[] SALT = {7, 1, 9};
    private static final RenewAccessToken RENEW = new RenewAccessToken(EXAM, new SecretWord("Hall-7"), SALT, KEY);
    private static final AccessTokenRenewed RENEWED = new AccessTokenRenewed(AccessTokens.of("hall-7", SALT), KEY);

    @Test
    void the_word_is_replaced_and_only_its_hash_is_kept() {
        accepted().accept(exam().when(RENEW).expectEvents(RENEWED));
    }

    @Test
    void a_repeat_with_another_salt_is_a_repeat_all_the_same() {
        accepted()
                .accept(exam(RENEWED)
                        .when(new RenewAccessToken(EXAM, new SecretWord("HALL-7 "), new byte[] {2}, KEY))
                        .expectNoEvents());
    }

    @Test
    void another_word_under_the_same_id_is_refused() {
        refused(Code.COMMAND_REUSED)
                .accept(exam(RENEWED)
                        .when(new RenewAccessToken(EXAM, new SecretWord("Hall-8"), SALT, KEY))
                        .expectNoEvents());
    }

    @Test
    void a_cancelled_exam_lets_nobody_in() {
        refused(Code.EXAM_CLOSED)
                .accept(exam(new ExamCancelled("leaked", null)).when(RENEW).expectNoEvents());
    }

    @Test
    void the_word_is_not_in_what_a_log_would_print() {
        assertThat(RENEW.toString()).doesNotContain("Hall-7");
    }
}
