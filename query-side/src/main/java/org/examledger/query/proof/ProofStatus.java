package org.examledger.query.proof;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What keeps the log from being signed, as far as this process knows; for an operator's alarm. */
@Component
public final class ProofStatus {
    private static final Logger LOG = LoggerFactory.getLogger(ProofStatus.class);

    private volatile @Nullable String alarm;

    /** Why nothing is signed; empty when all is well. */
    public Optional<String> alarm() {
        return Optional.ofNullable(alarm);
    }

    boolean isAlarming() {
        return alarm != null;
    }

    void lost(Continuity.@Nullable Lost lost) {
        if (lost == null) {
            alarm = null;
        } else {
            failed("The log does not go on from the checkpoints outside the database: rows from position " + lost.from()
                    + " to " + lost.to() + " were signed and are not there as they were. If the database was restored"
                    + " from a backup, an admin declares it with POST /api/v1/audit/log/restored; if this is another"
                    + " log, give it a folder of its own (exam.proof.keys)");
        }
    }

    /** Says it once. */
    void failed(String why) {
        if (!why.equals(alarm)) {
            LOG.error(why);
        }
        alarm = why;
    }
}
