package org.examledger.query.feed;

import java.util.List;
import org.examledger.events.Fact;

/**
 * Keeps the rows of one read model. Rows are functions of facts only (R15), and a fact that comes twice changes nothing.
 */
public interface Projection {
    /** The name of the read model, under which its position is kept. */
    String model();

    /** Whether facts of this kind change rows of the model; its position moves past the others all the same. */
    boolean concerns(Class<? extends Fact> kind);

    /**
     * Folds facts, in the order of the log, into rows. Runs in the transaction that also stores how far the model has
     * come; a failure rolls both back and the same facts come again.
     */
    void apply(List<Recorded> batch);

    /** The tables that hold the model, and nothing else. */
    List<String> tables();
}
