package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ChangePage;
import org.junit.jupiter.api.Test;

class BadBodiesTest {
    private static final Call GOOD = Call.post("/page", new ChangePage(1, 2, 3, null));

    @Test
    void every_bad_body_is_another_one_than_the_good_one() {
        var all = new ArrayList<>(BadBodies.malformed(GOOD, 1_000));
        all.addAll(BadBodies.wrongFields(GOOD));

        assertThat(all)
                .extracting(BadBodies.BadCall::name)
                .doesNotHaveDuplicates()
                .hasSize(13 + 3 * 9);
        assertThat(all)
                .allSatisfy(bad -> assertThat(Arrays.equals(bad.call().body(), GOOD.body())
                                && bad.call().headers().equals(GOOD.headers()))
                        .as(bad.name())
                        .isFalse());
    }

    @Test
    void one_field_at_a_time_is_wrong() {
        assertThat(BadBodies.wrongFields(GOOD))
                .extracting(bad -> new String(bad.call().body(), StandardCharsets.UTF_8))
                .contains(
                        "{\"epoch\":-1,\"clientSeq\":2,\"pageIndex\":3}",
                        "{\"epoch\":1,\"clientSeq\":1e400,\"pageIndex\":3}",
                        "{\"epoch\":1,\"clientSeq\":2,\"pageIndex\":null}");
    }
}
