package org.examledger.command.exam;

/** Sends the commands of a fan-out. */
interface Reaching {
    /**
     * Reaches the sessions from one place in the list of workers up to another. A session that refuses, because it has
     * ended, has been reached too.
     *
     * @throws RuntimeException when one of them could not be asked
     */
    void reach(FanOut fanOut, int from, int to) throws InterruptedException;
}
