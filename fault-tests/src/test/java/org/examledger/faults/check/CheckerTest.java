package org.examledger.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.examledger.faults.record.Completion;
import org.examledger.faults.record.Kind;
import org.examledger.faults.record.Operation;
import org.examledger.faults.record.Outcome;
import org.junit.jupiter.api.Test;

/** Each invariant is seen to hold in one made-up history, and to break when that history is bent in one place. */
class CheckerTest {
    private static final List<Evidence> LANDED = List.of(new Evidence(true, "process 17 was killed"));

    private final Story story = Story.ofAWholeSitting();

    private static Verdict judge(Findings findings) {
        return Checker.judge(findings, List.of(), LANDED);
    }

    private void isViolated(String invariant, String because) {
        isViolated(story.findings(), invariant, because);
    }

    private static void isViolated(Findings findings, String invariant, String because) {
        var verdict = judge(findings);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.VIOLATED);
        assertThat(verdict.reasons())
                .anySatisfy(
                        reason -> assertThat(reason).startsWith(invariant + " ").contains(because));
    }

    @Test
    void a_history_as_it_should_be_is_valid() {
        assertThat(judge(story.findings()))
                .isEqualTo(new Verdict(Verdict.Kind.VALID, List.of()))
                .matches(Verdict::isValid);
    }

    @Test
    void a_fault_that_left_no_trace_proves_nothing() {
        var verdict = Checker.judge(
                story.findings(), List.of(), List.of(LANDED.getFirst(), new Evidence(false, "nobody noticed")));
        assertThat(verdict).isEqualTo(new Verdict(Verdict.Kind.INCONCLUSIVE, List.of("nobody noticed")));
        assertThat(Checker.judge(story.findings(), List.of(), List.of()).kind()).isEqualTo(Verdict.Kind.INCONCLUSIVE);
    }

    @Test
    void a_broken_promise_of_the_fault_counts_more_than_missing_evidence() {
        var verdict = Checker.judge(story.findings(), List.of("ready after 16 s"), List.of());
        assertThat(verdict).isEqualTo(new Verdict(Verdict.Kind.VIOLATED, List.of("ready after 16 s")));
    }

    @Test
    void i1_what_was_acknowledged_and_is_not_in_the_log_is_lost() {
        story.lose(row -> row.commandId().equals("c-3"));
        isViolated("I1", "not in the log");
    }

    @Test
    void i1_what_was_acknowledged_once_is_not_stored_twice() {
        story.row("AnswerSelected", "c-3", Story.click(3, 21));
        isViolated("I1", "is 2 events");
    }

    @Test
    void i1_a_receipt_says_what_it_became() {
        story.bend(
                "c-2", row -> Story.sealed(row.position(), row.sequence(), row.at(), "AnswerSelected", row.payload()));
        isViolated("I1", "acknowledged as superseded");
    }

    @Test
    void i1_a_receipt_is_not_given_before_the_commit() {
        hears("c-4", it -> new Completion(it.op(), it.at(), it.outcome(), 200, "", "stored", 2, 3, 1, false, "", null));
        isViolated("I1", "before it was stored");
    }

    @Test
    void i1_a_heartbeat_that_was_answered_may_be_stored_when_a_copy_of_it_arrives_late() {
        var late = new Story();
        late.row("SessionAssigned", "", "\"attempt\":1");
        late.heard(Kind.HEARTBEAT, "c-beat", 0, 0, Outcome.OK, "stored", "");
        late.row("HeartbeatReceived", "c-beat", "\"visibility\":\"VISIBLE\",\"epoch\":1");
        assertThat(judge(late.findings()).isValid()).isTrue();

        late.row("HeartbeatReceived", "c-beat", "\"visibility\":\"VISIBLE\",\"epoch\":1");
        assertThat(judge(late.findings()).isValid()).as("but not twice").isFalse();
    }

    @Test
    void i1_what_was_refused_left_nothing() {
        story.heard(Kind.PAGE, "c-9", 9, 0, Outcome.REFUSED, "", "not-on-paper");
        assertThat(judge(story.findings()).isValid()).isTrue();

        story.row("PageChanged", "c-9", Story.click(9, 0));
        isViolated("I1", "was refused and is in the log");
    }

    @Test
    void i1_a_late_answer_that_was_said_to_be_recorded_is() {
        story.lose(row -> row.commandId().equals("c-late"));
        isViolated("I1", "was refused as recorded and is 0 events");
    }

    @Test
    void i1_an_end_that_is_said_to_be_there_already_is_there() {
        var whole = story.rows.size();
        story.row("SessionReopened", "c-reopen", "\"seconds\":60");
        story.heard(Kind.REOPEN, "c-reopen", 0, 0, Outcome.OK, "stored", "");
        assertThat(judge(story.findings()).isValid()).isTrue();
        assertThat(story.rows).hasSize(whole + 1);

        story.heard(Kind.SUBMIT, "c-again", 10, 0, Outcome.OK, "duplicate", "");
        isViolated("I1", "c-again");
    }

    @Test
    void i2_no_event_comes_from_nowhere() {
        story.row("SessionResumed", "c-nobody", "\"epoch\":2");
        isViolated("I2", "nobody asked for");
    }

    @Test
    void i2_an_event_holds_what_was_sent() {
        story.bend(
                "c-3",
                row -> Story.sealed(
                        row.position(),
                        row.sequence(),
                        row.at(),
                        row.name(),
                        row.payload().replace("[3]", "[4]")));
        isViolated("I2", "something else than was sent");
    }

    @Test
    void i2_a_click_is_there_once_also_under_two_command_ids() {
        story.heard(Kind.ANSWER, "c-twin", 3, 21, Outcome.OK, "stored", "");
        story.row("AnswerSelected", "c-twin", Story.click(3, 21));
        isViolated("I2", "the same click is there twice");
    }

    @Test
    void i3_the_last_answer_stands_also_when_its_reply_was_lost() {
        story.bend(
                "c-5",
                row -> Story.sealed(row.position(), row.sequence(), row.at(), "AnswerSuperseded", row.payload()));
        isViolated("I3", "question 22");
    }

    @Test
    void i3_no_answer_stands_that_nobody_gave() {
        story.operations.removeIf(it -> it.commandId().equals("c-5"));
        isViolated("I3", "nobody gave");
    }

    @Test
    void i4_a_position_that_is_missing_is_named() {
        story.rows.remove(4);
        isViolated("I4", "position 5 is missing");
        isViolated("I4", "sequence 4 is missing");
    }

    @Test
    void i4_the_end_of_the_log_cannot_be_cut_off() {
        var findings = new Findings(
                story.operations, new LogDump(story.rows, story.rows.size() + 1), story.models(), List.of());
        isViolated(findings, "I4", "the head says");
    }

    @Test
    void i4_time_does_not_go_back() {
        story.bend(
                "c-4",
                row -> Story.sealed(
                        row.position(),
                        row.sequence(),
                        row.at().minus(Duration.ofMinutes(10)),
                        row.name(),
                        row.payload()));
        isViolated("I4", "the time goes back");
    }

    @Test
    void i5_nothing_counts_after_the_end() {
        story.row("PageChanged", "c-8", Story.click(9, 0));
        isViolated("I5", "came after the end: PageChanged");
    }

    @Test
    void i5_there_is_one_end() {
        story.row("ExamClosed", "c-close", "\"reason\":\"late\"");
        isViolated("I5", "came after the end: ExamClosed");
    }

    @Test
    void i5_nobody_is_told_of_an_end_that_is_not_there() {
        story.row("SessionReopened", "c-reopen", "\"seconds\":60");
        story.heard(Kind.REOPEN, "c-reopen", 0, 0, Outcome.OK, "stored", "");
        story.heard(Kind.PAGE, "c-11", 11, 0, Outcome.REFUSED, "", "session-closed");
        isViolated("I5", "was refused for what was not so");
    }

    @Test
    void i5_nobody_is_told_that_he_has_not_started_when_he_has() {
        story.heard(Kind.PAGE, "c-11", 11, 0, Outcome.REFUSED, "", "not-started");
        isViolated("I5", "was refused for what was not so");
    }

    @Test
    void i6_a_row_of_a_read_model_that_missed_an_event_is_named() {
        var before = story.models();
        story.lose(row -> row.commandId().equals("c-5"));
        var missed = story.models();
        story.rows.clear();
        story.rows.addAll(Story.ofAWholeSitting().rows);
        assertThat(judge(story.findings(before)).isValid()).isTrue();
        isViolated(story.findings(missed), "I6", "session_answer does not hold");
        isViolated(story.findings(missed), "I6", "session_row holds what the log does not say");
    }

    @Test
    void i7_the_count_is_the_number_of_answers() {
        var models = story.models();
        var fewer = new ReadModels(models.sessions(), models.answers().subList(0, 1), models.responses());
        isViolated(story.findings(fewer), "I7", "counts 2 and has 1 answers");
    }

    @Test
    void i8_a_row_that_was_changed_is_named() {
        story.bend(
                "c-4",
                row -> LogRow.of(
                        row.position(),
                        row.at(),
                        row.stream(),
                        row.sequence(),
                        row.name(),
                        row.revision(),
                        row.metadata(),
                        row.payload() + " ",
                        row.hash()));
        isViolated("I8", "is not what was hashed: PageChanged");
    }

    @Test
    void i8_what_the_service_itself_finds_broken_is_broken() {
        var findings = new Findings(
                story.operations, new LogDump(story.rows, story.rows.size()), story.models(), List.of("broken at 7"));
        isViolated(findings, "I8", "broken at 7");
    }

    @Test
    void i9_a_read_shows_the_position_it_was_asked_for() {
        sees(it -> new Completion(it.op(), it.at(), Outcome.OK, 200, "", "", -1, 3, 0, false, "", it.seen()));
        isViolated("I9", "was shown 3");
    }

    @Test
    void i9_a_read_shows_the_session_as_it_was_at_its_position() {
        story.operations.removeIf(it -> it.kind() == Kind.READ);
        story.read();
        sees(it -> new Completion(
                it.op(), it.at(), Outcome.OK, 200, "", "", -1, it.position() - 1, 0, false, "", it.seen()));
        assertThat(judge(story.findings()).kind()).isEqualTo(Verdict.Kind.VIOLATED);

        var other = Story.ofAWholeSitting();
        other.bend(
                "c-1",
                row -> Story.sealed(
                        row.position(),
                        row.sequence(),
                        row.at(),
                        row.name(),
                        row.payload().replace("\"questionId\":21", "\"questionId\":23")));
        isViolated(other.findings(), "I9", "the log says");
    }

    @Test
    void i9_a_receipt_is_not_older_than_one_before_it() {
        story.operations.removeIf(it -> it.commandId().equals("c-beat"));
        story.heard(Kind.HEARTBEAT, "c-beat", 0, 0, Outcome.OK, "stored", "");
        hears(
                "c-beat",
                it -> new Completion(it.op(), it.at(), it.outcome(), 200, "", "stored", 3, 4, 1, false, "", null));
        isViolated("I9", "was answered as of sequence 3");
    }

    private void hears(String commandId, UnaryOperator<Completion> instead) {
        story.operations.replaceAll(it ->
                it.commandId().equals(commandId) ? new Operation(it.invocation(), instead.apply(it.completion())) : it);
    }

    private void sees(UnaryOperator<Completion> instead) {
        story.operations.replaceAll(
                it -> it.kind() == Kind.READ ? new Operation(it.invocation(), instead.apply(it.completion())) : it);
    }
}
