package org.examledger.benchmarks.load;

/** What a client sends its requests to. */
@FunctionalInterface
public interface Target {
    /** Sends one request, waits for its reply, and says whether it was accepted. */
    boolean send(byte[] request) throws Exception;
}
