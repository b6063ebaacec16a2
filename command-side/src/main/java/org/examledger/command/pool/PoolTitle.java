package org.examledger.command.pool;

import org.examledger.events.rules.PoolName;

/** A pool as somebody wrote its technology and level. */
record PoolTitle(String technology, String level) {
    /** The one name under which it is found, however it is written. */
    PoolName name() {
        return new PoolName(technology, level);
    }
}
