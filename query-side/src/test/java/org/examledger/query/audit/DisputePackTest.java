package org.examledger.query.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DisputePackTest {

    @Test
    void a_pack_that_fails_half_way_is_no_whole_file() {
        var past = new Past(UUID.randomUUID(), List.of(), List.of(), Instant.EPOCH);
        var pack = new DisputePack(
                past,
                out -> {
                    out.write('{');
                    throw new IllegalStateException("the log is gone");
                },
                Optional.empty(),
                Map.of(),
                Duration.ofMinutes(1),
                JsonMapper.shared());
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> pack.write(out)).hasMessage("the log is gone");
        assertThatThrownBy(() -> {
                    try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
                        while (zip.getNextEntry() != null) {
                            zip.readAllBytes();
                        }
                    }
                })
                .isInstanceOf(EOFException.class);
    }
}
