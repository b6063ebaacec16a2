package org.examledger.service.security;

/**
 * What whoever is let in hears of a session or an exam, such as {@code 200} or {@code 409 session-closed}: the status and,
 * of a problem, its code.
 *
 * @param notStarted the session may be started, or no session of the exam has been
 * @param running the session is in progress, or one of the exam's is
 * @param ended the session was submitted, or the exam was closed
 */
record AnswersByState(String notStarted, String running, String ended) {}
