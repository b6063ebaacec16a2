package org.examledger.service.backup;

import java.nio.charset.StandardCharsets;
import org.examledger.proof.RowHash;

/** A fact as it stands in the log, with its true hash. */
final class RowOfTest {
    static final String STREAM = "session:5e55a000-0000-4000-8000-000000000001";
    static final String NAME = "AnswerSelected";
    static final long SECONDS = 1_700_000_000L;
    static final byte[] PAYLOAD = "{\"option\":1}".getBytes(StandardCharsets.UTF_8);

    private RowOfTest() {}

    static byte[] sealed() {
        return RowHash.of(STREAM, 0, SECONDS * 1000, NAME, 1, new byte[0], PAYLOAD);
    }
}
