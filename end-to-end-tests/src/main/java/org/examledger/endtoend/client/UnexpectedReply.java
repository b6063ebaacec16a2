package org.examledger.endtoend.client;

/** A refusal where the client had to be served. */
public final class UnexpectedReply extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnexpectedReply(Reply reply) {
        super(reply.status() + " " + reply.text());
    }
}
