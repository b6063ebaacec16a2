package org.examledger.query.exams;

import java.util.Optional;
import java.util.UUID;

/**
 * How far the command side has come with what concerns every session of an exam. Answered by its to-do list, which is no
 * read model and has no position.
 */
public interface FanOuts {
    /** The oldest one that is still going on, else the newest; absent when there never was one. */
    Optional<FanOut> of(UUID examId);

    /**
     * What every session of an exam has to hear.
     *
     * @param kind ASSIGN, RESCHEDULE, EXTEND, CLOSE or CANCEL
     * @param done how many have heard of it
     */
    record FanOut(String kind, int done, int total) {}
}
