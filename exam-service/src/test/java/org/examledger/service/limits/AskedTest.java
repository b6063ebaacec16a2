package org.examledger.service.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class AskedTest {
    private static final String SESSION = "/api/v1/sessions/11111111-1111-4111-8111-111111111111";

    private static int weight(String path, byte[] body) {
        var request = new MockHttpServletRequest("POST", path);
        request.setContent(body);
        return Asked.weight(request);
    }

    @Test
    void a_batch_weighs_as_much_as_it_is_long() {
        assertThat(weight(SESSION + "/answers/batch", new byte[0])).isEqualTo(1);
        assertThat(weight(SESSION + "/answers/batch", new byte[255])).isEqualTo(1);
        assertThat(weight(SESSION + "/answers/batch", new byte[50_000])).isEqualTo(196);
    }

    @Test
    void a_batch_that_does_not_say_how_long_it_is_or_lies_weighs_as_much_as_the_longest() {
        assertThat(Asked.weight(new MockHttpServletRequest("POST", SESSION + "/answers/batch")))
                .isEqualTo(1025);
        assertThat(weight(SESSION + "/answers/batch", new byte[9_000_000])).isEqualTo(1025);
    }

    @Test
    void a_form_of_the_portal_that_brings_answers_weighs_as_much_as_it_is_long() {
        assertThat(weight("/CMP/ExamSummary", new byte[320])).isEqualTo(11);
        assertThat(weight("/CMP/SubmitExam", new byte[3_200])).isEqualTo(101);
        assertThat(weight("/CMP/SaveAnswer", new byte[3_200])).isEqualTo(1);
    }

    @Test
    void anything_else_weighs_one_however_long_it_is() {
        assertThat(weight(SESSION + "/answers", new byte[50_000])).isEqualTo(1);
        assertThat(weight("/api/v1/drafts", new byte[5_000_000])).isEqualTo(1);
    }

    @Test
    void what_did_not_have_to_come_past_security_is_free() {
        assertThat(Asked.by(new MockHttpServletRequest("GET", "/error"))).isEqualTo(Asked.FREE);
    }
}
