package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.Reply;

/** What holds for every reply of a kind. */
public final class ContractAssertions {
    /** The stable codes of this slice and their status. */
    static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("not-found", 404),
            Map.entry("forbidden", 403),
            Map.entry("unauthenticated", 401),
            Map.entry("invalid-request", 400),
            Map.entry("not-on-paper", 422),
            Map.entry("command-reused", 422),
            Map.entry("not-lockable", 422),
            Map.entry("not-open", 409),
            Map.entry("not-started", 409),
            Map.entry("not-ended", 409),
            Map.entry("session-closed", 409),
            Map.entry("taken-over", 409),
            Map.entry("token-required", 403),
            Map.entry("answers-missing", 409),
            Map.entry("draft-locked", 409),
            Map.entry("draft-changed", 409),
            Map.entry("exam-closed", 409),
            Map.entry("nothing-lost", 409),
            Map.entry("method-not-allowed", 405),
            Map.entry("payload-too-large", 413),
            Map.entry("unsupported-media-type", 415),
            Map.entry("too-many-requests", 429),
            Map.entry("unavailable", 503));

    private ContractAssertions() {}

    public static void isProblem(Reply reply, String code) {
        isAnyProblem(reply);
        assertThat(reply.code()).as(reply.text()).isEqualTo(code);
    }

    static void isAnyProblem(Reply reply) {
        assertThat(reply.isProblem()).as("%d %s", reply.status(), reply.text()).isTrue();
        assertThat(CODES).as(reply.text()).containsEntry(reply.code(), reply.status());
        var problem = reply.json();
        assertThat(problem.path("status").asInt()).isEqualTo(reply.status());
        assertThat(problem.propertyNames()).contains("type", "title", "status", "detail", "code");
        assertThat(reply.text()).doesNotContain("Exception", "\tat ");
    }

    /** A receipt names the newest row of its stream, in the body and in the header. */
    public static Receipt isReceipt(Reply reply, String outcome) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var receipt = reply.as(Receipt.class);
        assertThat(receipt.outcome()).as(reply.text()).isEqualTo(outcome);
        assertThat(receipt.position()).isPositive();
        assertThat(reply.header("X-Log-Position")).contains(Long.toString(receipt.position()));
        assertThat(receipt.serverTime()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        return receipt;
    }
}
