package org.examledger.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RepliesTest {
    @Test
    void the_tag_of_written_bytes_is_their_own_digest_and_no_other_writing_of_them() {
        var bytes = "abc".getBytes(StandardCharsets.US_ASCII);

        var reply = new Replies(JsonMapper.shared()).taggedBytes(new Reading<>(bytes, 7));

        // FIPS 180-2, B.1
        assertThat(reply.getHeaders().getETag()).isEqualTo("W/\"ba7816bf8f01cfea414140de\"");
        assertThat(reply.getHeaders().getFirst(Replies.READ_POSITION)).isEqualTo("7");
        assertThat(reply.getBody()).isSameAs(bytes);
    }
}
