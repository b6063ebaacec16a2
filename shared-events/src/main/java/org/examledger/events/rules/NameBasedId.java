package org.examledger.events.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs that are computed from names (version 5 of RFC 9562), so that a repeat finds what the first try made. */
public final class NameBasedId {
    /** The namespace of every id this system derives. */
    private static final UUID NAMESPACE = UUID.fromString("6f0a5e1c-6d0b-4f57-9a52-7c1f4b1e8d35");

    private NameBasedId() {}

    /** The one session that a worker has of an exam. */
    public static UUID ofSession(UUID examId, String person) {
        return of("session:" + examId + ":" + person);
    }

    /**
     * The one session that a worker has of an exam.
     *
     * @param portalNumber under which the portal knows it; absent = it does not
     */
    public static UUID ofSession(UUID examId, String person, @Nullable Integer portalNumber) {
        return portalNumber == null ? ofSession(examId, person) : ofPortalSession(portalNumber);
    }

    /** The session that the portal knows by a number. */
    public static UUID ofPortalSession(int number) {
        return of("portal-session:" + number);
    }

    /** A fact, by its place in its stream. */
    public static UUID ofFact(String stream, long sequence) {
        return of("fact:" + stream + ":" + sequence);
    }

    /** The command by which a cause reaches one session, so that it reaches it once. */
    public static UUID ofFanOut(UUID cause, UUID sessionId) {
        return of("fan-out:" + cause + ":" + sessionId);
    }

    /** The draft that one person's command started. */
    public static UUID ofDraft(String person, UUID commandId) {
        return of("draft:" + person + ":" + commandId);
    }

    static UUID of(String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            var high = (hash.getLong() & ~0xF000L) | 0x5000L;
            var low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-1", missing);
        }
    }
}
