package org.examledger.service.security;

import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key that signs demo tokens: random per database and kept in it, so that tokens outlive a restart. */
final class DemoKey {
    private static final int BYTES = 32;

    private DemoKey() {}

    static SecretKey keptIn(JdbcClient jdbc) {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        jdbc.sql("INSERT INTO demo_signing_key (secret) VALUES (?) ON CONFLICT DO NOTHING")
                .param(random)
                .update();
        var kept = jdbc.sql("SELECT secret FROM demo_signing_key")
                .query(byte[].class)
                .single();
        return new SecretKeySpec(kept, "HmacSHA256");
    }
}
