package org.examledger.query.http;

import java.time.Instant;

/**
 * By what somebody was let in.
 *
 * @param person opaque id
 * @param since when it was given to him
 * @param until when it ends by itself
 */
public record Admission(String person, Instant since, Instant until) {}
