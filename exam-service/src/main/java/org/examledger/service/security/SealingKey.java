package org.examledger.service.security;

import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key that seals what a browser keeps for us; in the database, because another process may have to open it. */
final class SealingKey {
    private static final int BYTES = 32;

    private SealingKey() {}

    static SecretKey keptIn(JdbcClient jdbc) {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        jdbc.sql("INSERT INTO sign_in_key (secret) VALUES (?) ON CONFLICT DO NOTHING")
                .param(random)
                .update();
        return new SecretKeySpec(
                jdbc.sql("SELECT secret FROM sign_in_key").query(byte[].class).single(), "AES");
    }
}
