package org.examledger.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What one client sends: it goes round its sessions and answers in each the next question, page by page, as a room full
 * of people does. Who has answered every question changes his answers in the same order.
 */
public final class Walk {
    public static final int QUESTIONS = 40;
    public static final int QUESTIONS_PER_PAGE = 10;
    public static final int OPTIONS = 4;

    private final List<Seat> seats;
    private final byte[][] heads;
    private int next;
    private int visit = 1;

    public Walk(List<Seat> seats) {
        this.seats = List.copyOf(seats);
        this.heads = seats.stream().map(Walk::head).toArray(byte[][]::new);
    }

    private static byte[] head(Seat seat) {
        return ("POST /api/v1/sessions/" + seat.sessionId()
                        + "/answers HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + seat.token()
                        + "\r\nContent-Type: application/json\r\nContent-Length: ")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The next click, as a whole request. */
    public byte[] next() {
        var head = heads[next];
        var body = body(seats.get(next).epoch(), visit);
        if (++next == heads.length) {
            next = 0;
            visit++;
        }
        var tail = (body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
        var request = new byte[head.length + tail.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(tail, 0, request, head.length, tail.length);
        return request;
    }

    /** The body of a session's nth answer, counted from 1. */
    public static String body(int epoch, int nth) {
        return "{\"epoch\":" + epoch + "," + answer(nth) + "}";
    }

    /** The nth answer of a session, without braces. */
    public static String answer(int nth) {
        var question = 1 + (nth - 1) % QUESTIONS;
        var option = 1 + (nth / QUESTIONS + question) % OPTIONS;
        return "\"clientSeq\":" + nth + ",\"questionId\":" + question + ",\"optionIds\":[" + option + "],\"pageIndex\":"
                + (question - 1) / QUESTIONS_PER_PAGE + ",\"clientTime\":\""
                + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "\"";
    }
}
