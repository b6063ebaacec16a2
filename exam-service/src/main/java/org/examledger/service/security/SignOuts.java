package org.examledger.service.security;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.examledger.service.directory.Directory;
import org.examledger.service.directory.Erasures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Who signed out, and when: a token of before is good no more. Verified tokens are remembered for a minute, so that long
 * it takes at most until every process has heard of it.
 */
@Component
class SignOuts {
    private final JdbcClient jdbc;
    private final Directory directory;
    private final Erasures erasures;

    SignOuts(JdbcClient jdbc, Directory directory, Erasures erasures) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.erasures = erasures;
    }

    /** Signs a person out everywhere. */
    void signOut(String person, Instant now) {
        var unused = jdbc.sql("""
                        INSERT INTO sign_out (person, not_before) VALUES (CAST(? AS uuid), ?)
                        ON CONFLICT (person) DO UPDATE
                        SET not_before = greatest(sign_out.not_before, excluded.not_before)
                        """)
                .param(person)
                // Tokens tell their beginning in seconds: whoever signs in again at once must be let in.
                .param(Timestamp.from(now.truncatedTo(ChronoUnit.SECONDS)))
                .update();
    }

    /** Of these persons, those who ever signed out: before when a token must have been given to be good no more. */
    Map<String, Instant> notBefore(Collection<String> persons) {
        var signedOut = new HashMap<String, Instant>();
        jdbc.sql("SELECT person::text, not_before FROM sign_out WHERE person = ANY (?::uuid[])")
                .param(persons.toArray(String[]::new))
                .query(row -> {
                    signedOut.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return signedOut;
    }

    /**
     * The token with the opaque id of its person, who is found or made here and nowhere later: what is still taken of a
     * token that was checked makes no new entry of who was erased meanwhile.
     *
     * @throws SignedOutSince when the token is from before its person signed out, or was erased
     */
    Jwt checked(Jwt token) {
        var subject = Objects.requireNonNull(token.getSubject(), "The token rules demand a subject");
        var begun = token.getIssuedAt();
        // In this order: finding the person would make a new one of who was erased.
        if (isBefore(begun, erasures.notBefore(subject))) {
            throw new SignedOutSince();
        }
        var person = directory.personOf(subject);
        if (isBefore(begun, signedOut(person))) {
            throw new SignedOutSince();
        }
        return SignedIn.as(person, token);
    }

    private static boolean isBefore(@Nullable Instant begun, Optional<Instant> good) {
        return good.isPresent() && (begun == null || begun.isBefore(good.get()));
    }

    private Optional<Instant> signedOut(String person) {
        return jdbc.sql("SELECT not_before FROM sign_out WHERE person = CAST(? AS uuid)")
                .param(person)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
