package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.axonframework.test.aggregate.TestExecutor;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.TimeExtended;
import org.examledger.events.session.Visibility;
import org.junit.jupiter.api.Test;

class SendHeartbeatTest extends SessionSpec {
    private static final Instant LAST_SIGN = STARTED.plusSeconds(60);

    private static SendHeartbeat beat(String person, int epoch, Visibility visibility) {
        return new SendHeartbeat(SESSION, person, epoch, visibility, null, KEY);
    }

    private static HeartbeatReceived received(Visibility visibility) {
        return new HeartbeatReceived(visibility, 1, null, KEY);
    }

    private static HeartbeatReceived earlier(Visibility visibility) {
        return new HeartbeatReceived(visibility, 1, null, null);
    }

    private TestExecutor<ExamSession> afterAnAnswer(Instant now) {
        return running(selected(1, 1, 1, 1)).andGivenCurrentTime(now);
    }

    @Test
    void a_heartbeat_after_twenty_quiet_seconds_is_stored() {
        accepted(Outcome.STORED)
                .accept(afterAnAnswer(LAST_SIGN.plusSeconds(20))
                        .when(beat(OWNER, 1, Visibility.VISIBLE))
                        .expectEvents(received(Visibility.VISIBLE)));
    }

    @Test
    void a_heartbeat_soon_after_another_sign_of_life_is_answered_and_not_stored() {
        says(receipt -> assertThat(receipt.notices()).isEmpty())
                .accept(afterAnAnswer(LAST_SIGN.plusMillis(19_999))
                        .when(beat(OWNER, 1, Visibility.VISIBLE))
                        .expectNoEvents());
    }

    @Test
    void a_changed_visibility_is_stored_at_once() {
        accepted(Outcome.STORED)
                .accept(afterAnAnswer(LAST_SIGN.plusMillis(1))
                        .when(beat(OWNER, 1, Visibility.HIDDEN))
                        .expectEvents(received(Visibility.HIDDEN)));
    }

    @Test
    void a_flickering_visibility_is_stored_every_two_seconds_at_most() {
        running(earlier(Visibility.HIDDEN))
                .andGivenCurrentTime(LAST_SIGN.plusMillis(1_999))
                .when(beat(OWNER, 1, Visibility.VISIBLE))
                .expectNoEvents();
        running(earlier(Visibility.HIDDEN))
                .andGivenCurrentTime(LAST_SIGN.plusSeconds(2))
                .when(beat(OWNER, 1, Visibility.VISIBLE))
                .expectEvents(received(Visibility.VISIBLE));
    }

    @Test
    void a_heartbeat_of_an_older_epoch_is_no_sign_of_life_and_hears_of_the_other_device() {
        says(receipt -> assertThat(receipt.notices())
                        .extracting(Receipt.Notice::kind)
                        .containsExactly("taken-over"))
                .accept(running(new SessionResumed(2, "page-2", null, null))
                        .andGivenCurrentTime(LAST_SIGN.plusSeconds(300))
                        .when(beat(OWNER, 1, Visibility.VISIBLE))
                        .expectNoEvents());
    }

    @Test
    void a_heartbeat_seen_again_has_no_second_effect() {
        accepted(Outcome.DUPLICATE, Outcome.STORED)
                .accept(running(received(Visibility.HIDDEN))
                        .andGivenCurrentTime(LAST_SIGN.plusSeconds(300))
                        .when(beat(OWNER, 1, Visibility.HIDDEN))
                        .expectNoEvents());
    }

    @Test
    void a_heartbeat_after_the_end_hears_that_it_is_over() {
        says(receipt -> assertThat(receipt.notices())
                        .extracting(Receipt.Notice::kind, Receipt.Notice::at)
                        .containsExactly(org.assertj.core.api.Assertions.tuple("closed", STARTED.plusSeconds(600))))
                .accept(submitted().when(beat(OWNER, 1, Visibility.VISIBLE)).expectNoEvents());
    }

    @Test
    void a_heartbeat_after_the_grace_brings_the_end_to_light() {
        running()
                .andGivenCurrentTime(TOO_LATE)
                .when(beat(OWNER, 1, Visibility.VISIBLE))
                .expectEvents(new SessionTimedOut(DEADLINE));
    }

    @Test
    void there_is_no_heartbeat_before_the_start() {
        refused(Code.NOT_STARTED)
                .accept(assigned()
                        .andGivenCurrentTime(OPENS)
                        .when(beat(OWNER, 1, Visibility.VISIBLE))
                        .expectNoEvents());
    }

    @Test
    void an_epoch_that_was_never_issued_is_an_invalid_request() {
        refused(Code.INVALID_REQUEST)
                .accept(running().when(beat(OWNER, 2, Visibility.VISIBLE)).expectNoEvents());
    }

    @Test
    void somebody_elses_session_looks_unknown() {
        refused(Code.NOT_FOUND)
                .accept(running().when(beat(STRANGER, 1, Visibility.VISIBLE)).expectNoEvents());
    }

    @Test
    void a_change_of_time_is_told_with_its_reason_until_a_heartbeat_is_stored() {
        var more = new TimeExtended(600, "noise", 4200, DEADLINE.plusSeconds(600), null);
        says(receipt -> assertThat(receipt.notices())
                        .extracting(Receipt.Notice::kind, Receipt.Notice::text, Receipt.Notice::at)
                        .containsExactly(org.assertj.core.api.Assertions.tuple(
                                "time-changed", "You have 10 minutes more. Reason: noise", LAST_SIGN)))
                .accept(running(more).when(beat(OWNER, 1, Visibility.VISIBLE)));
        says(receipt -> assertThat(receipt.notices()).isEmpty())
                .accept(running(more, earlier(Visibility.VISIBLE)).when(beat(OWNER, 1, Visibility.VISIBLE)));
        says(receipt -> assertThat(receipt.notices()).hasSize(1))
                .accept(running(more, selected(1, 1, 1, 1)).when(beat(OWNER, 1, Visibility.VISIBLE)));
    }

    @Test
    void who_was_closed_out_reads_why() {
        says(receipt -> assertThat(receipt.notices())
                        .extracting(Receipt.Notice::text)
                        .containsExactly("The exam was closed. Reason: fire alarm"))
                .accept(running(new ExamClosed("fire alarm", CloseScoring.FROM_ANSWERS, null))
                        .when(beat(OWNER, 1, Visibility.VISIBLE)));
    }
}
