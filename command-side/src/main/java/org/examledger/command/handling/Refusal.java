package org.examledger.command.handling;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why a command was refused.
 *
 * @param detail one sentence for the person who sent it
 * @param properties what the problem says besides, by its names in the API
 * @param fields the offending fields, when it is about fields
 */
public record Refusal(Code code, String detail, Map<String, Object> properties, List<Field> fields) {
    public static Refusal of(Code code, String detail) {
        return new Refusal(code, detail, Map.of(), List.of());
    }

    public static Refusal of(Code code, String detail, Map<String, Object> properties) {
        return new Refusal(code, detail, properties, List.of());
    }

    public static Refusal of(Code code, String detail, List<Field> fields) {
        return new Refusal(code, detail, Map.of(), List.copyOf(fields));
    }

    /** A field of the command and what is wrong with it. */
    public record Field(String field, String message) {}

    /** The stable codes; names on the wire are {@link #word()}. */
    public enum Code {
        NOT_FOUND(404, "Not Found"),
        INVALID_REQUEST(400, "Invalid request"),
        NOT_ON_PAPER(422, "Not on the paper"),
        COMMAND_REUSED(422, "Command reused with another content"),
        NOT_LOCKABLE(422, "The draft cannot be locked yet"),
        NOT_OPEN(409, "Not open"),
        NOT_STARTED(409, "Not started"),
        SESSION_CLOSED(409, "The session has ended"),
        NOT_ENDED(409, "Not ended"),
        TOKEN_REQUIRED(403, "Access token required"),
        TAKEN_OVER(409, "Taken over by another device"),
        ANSWERS_MISSING(409, "Answers are missing"),
        DRAFT_LOCKED(409, "The draft is locked"),
        DRAFT_CHANGED(409, "The draft was changed meanwhile"),
        EXAM_CLOSED(409, "The exam has ended"),
        NOTHING_LOST(409, "Nothing is lost"),
        TOO_MANY_REQUESTS(429, "Too Many Requests"),
        UNAVAILABLE(503, "Unavailable");

        private final int status;
        private final String title;

        Code(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** HTTP status that goes with the code. */
        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
