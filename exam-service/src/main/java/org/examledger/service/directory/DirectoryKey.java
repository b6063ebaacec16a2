package org.examledger.service.directory;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns external ids into hashes that nobody can compute or guess without this database. */
final class DirectoryKey {
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private DirectoryKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    static DirectoryKey keptIn(JdbcClient jdbc) {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        jdbc.sql("INSERT INTO directory_key (secret) VALUES (?) ON CONFLICT DO NOTHING")
                .param(random)
                .update();
        return new DirectoryKey(
                jdbc.sql("SELECT secret FROM directory_key").query(byte[].class).single());
    }

    byte[] traceOf(String workerId) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(workerId.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", missing);
        }
    }
}
