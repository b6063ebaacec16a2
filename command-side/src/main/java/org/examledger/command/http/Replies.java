package org.examledger.command.http;

import org.examledger.command.handling.Reply;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/** Turns replies of aggregates into responses. */
public final class Replies {
    /** Position of the newest row of the stream that was asked. */
    static final String LOG_POSITION = "X-Log-Position";

    private Replies() {}

    /**
     * The answer of an accepted command.
     *
     * @throws org.springframework.web.ErrorResponseException when the command was refused
     */
    public static <A> A accepted(Reply<A> reply) {
        if (reply.refusal() != null) {
            throw Problem.of(reply.refusal(), reply);
        }
        return reply.answer();
    }

    public static <B> ResponseEntity<B> of(HttpStatusCode status, Reply<?> reply, B body) {
        return of(status, reply.position(), body);
    }

    /** The response of an accepted command that has nothing to tell. */
    public static ResponseEntity<Void> nothing(Reply<?> reply) {
        return ResponseEntity.noContent()
                .header(LOG_POSITION, Long.toString(reply.position()))
                .build();
    }

    /** A response that lets its reader wait for more than the stream that was asked. */
    public static <B> ResponseEntity<B> of(HttpStatusCode status, long position, B body) {
        return ResponseEntity.status(status)
                .header(LOG_POSITION, Long.toString(position))
                .body(body);
    }
}
