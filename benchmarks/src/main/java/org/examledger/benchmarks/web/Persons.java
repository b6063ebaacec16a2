package org.examledger.benchmarks.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Opaque ids of people without a directory: computed from the worker id. */
public final class Persons {
    private Persons() {}

    public static String personOf(String workerId) {
        return UUID.nameUUIDFromBytes(workerId.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
