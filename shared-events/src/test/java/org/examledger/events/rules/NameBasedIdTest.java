package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedIdTest {
    private static final UUID EXAM = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID SESSION = UUID.fromString("22222222-2222-4222-8222-222222222222");

    /** Ids that were given out once must come out the same for ever: these are in logs. */
    @Test
    void an_id_is_the_same_in_every_release() {
        assertThat(NameBasedId.ofSession(EXAM, "p-7"))
                .isEqualTo(UUID.fromString("c27faba8-6b53-57ae-9dea-d74e08281f11"));
        assertThat(NameBasedId.ofFanOut(EXAM, SESSION))
                .isEqualTo(UUID.fromString("23659ed5-c831-57fd-8d0a-c7f4d4d3f3a6"));
        assertThat(NameBasedId.ofFact("exam:" + EXAM, 7))
                .isEqualTo(UUID.fromString("7daa4437-5a1c-5484-9f7a-f6a53364f133"));
        assertThat(NameBasedId.ofDraft("p-9", SESSION))
                .isEqualTo(UUID.fromString("8c19748b-6804-5dc8-a66b-4e7cc807e468"));
        assertThat(NameBasedId.ofPortalSession(4711))
                .isEqualTo(UUID.fromString("74457878-99af-5e80-af30-bf5fa6ef91df"));
    }

    @Test
    void names_are_hashed_as_utf_8() {
        assertThat(NameBasedId.of("grüße ☃")).isEqualTo(UUID.fromString("922fcb5e-5e81-5673-a581-a9c93e8a89b7"));
    }

    /** The namespace is this system's own, so RFC 9562's example is reached by the same steps written a second time. */
    @Test
    void the_steps_are_those_of_rfc_9562_version_5() throws NoSuchAlgorithmException {
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(versionFive(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));

        var ours = UUID.fromString("6f0a5e1c-6d0b-4f57-9a52-7c1f4b1e8d35");
        for (var name : new String[] {"", "www.example.com", "session:x:y"}) {
            assertThat(NameBasedId.of(name)).isEqualTo(versionFive(ours, name));
        }
    }

    @Test
    void version_and_variant_say_name_based() {
        assertThat(NameBasedId.of("anything").version()).isEqualTo(5);
        assertThat(NameBasedId.of("anything").variant()).isEqualTo(2);
    }

    @Test
    void different_names_and_different_kinds_have_different_ids() {
        assertThat(NameBasedId.ofSession(EXAM, "p-7"))
                .isNotEqualTo(NameBasedId.ofSession(EXAM, "p-8"))
                .isNotEqualTo(NameBasedId.ofSession(SESSION, "p-7"))
                .isNotEqualTo(NameBasedId.ofDraft("p-7", EXAM));
        assertThat(NameBasedId.ofFanOut(EXAM, SESSION)).isNotEqualTo(NameBasedId.ofFanOut(SESSION, EXAM));
    }

    private static UUID versionFive(UUID namespace, String name) throws NoSuchAlgorithmException {
        var text = name.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(16 + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text)
                .array();
        var hash = MessageDigest.getInstance("SHA-1").digest(bytes);
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        var id = ByteBuffer.wrap(hash);
        return new UUID(id.getLong(), id.getLong());
    }
}
