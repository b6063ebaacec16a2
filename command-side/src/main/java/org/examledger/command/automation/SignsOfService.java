package org.examledger.command.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When command processes were alive, kept beside the log by the database's clock. */
public interface SignsOfService {
    /**
     * Says that this process is alive, and notes an outage when none was for longer than this.
     *
     * @return the outages for which time has not been given back yet
     */
    List<Outage> alive(Duration longest);

    /** Notes that everybody whom an outage touched has got his time back. */
    void settle(Outage outage);

    /** When the newest outage was over; the epoch when there was none. */
    Instant back();
}
