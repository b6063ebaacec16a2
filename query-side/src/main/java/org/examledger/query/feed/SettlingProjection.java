package org.examledger.query.feed;

/** A projection that leaves work behind which would hold up the facts that follow. */
public interface SettlingProjection extends Projection {
    /**
     * Does a part of what is left to be done. Runs in a transaction of its own, never while a batch is folded; rows that
     * are settled are functions of facts only (R15).
     *
     * @return whether there was anything to do
     */
    boolean settle();
}
