package org.examledger.query.feed;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/**
 * The tokens of projections, which do not trust what their process remembers. Projections commit without waiting for the disk, so
 * a PostgreSQL that crashes takes back their last moments, rows and token alike, and one that has nothing to do would go on from
 * a position that is no longer so. Here it hears so when it renews its claim, and begins again from the token as it is stored.
 *
 * <p>A process that is stopped within one of these short transactions must not hold the claim for as long as it stands still.
 */
public final class WatchfulTokens extends JdbcTokenStore {
    private final Map<String, Long> remembered = new ConcurrentHashMap<>();

    WatchfulTokens(Builder settings) {
        super(settings);
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) throws UnableToClaimTokenException {
        endWhenIdle();
        return remember(processor, super.fetchToken(processor, segment));
    }

    @Override
    public TrackingToken fetchToken(String processor, Segment segment) throws UnableToClaimTokenException {
        endWhenIdle();
        return remember(processor, super.fetchToken(processor, segment));
    }

    @Override
    public void storeToken(TrackingToken token, String processor, int segment) throws UnableToClaimTokenException {
        endWhenIdle();
        super.storeToken(token, processor, segment);
        // When this is rolled back, the processor gives its claim up and fetches the token again.
        remember(processor, token);
    }

    @Override
    public void extendClaim(String processor, int segment) throws UnableToClaimTokenException {
        endWhenIdle();
        var stored = Messages.positionOf(super.fetchToken(processor, segment));
        var mine = remembered.get(processor);
        if (mine != null && mine != stored) {
            throw new UnableToClaimTokenException("The read model " + processor + " stands at position " + stored
                    + " in the database and not at " + mine + " as its process remembers");
        }
    }

    private TrackingToken remember(String processor, TrackingToken token) {
        remembered.put(processor, Messages.positionOf(token));
        return token;
    }

    private void endWhenIdle() {
        try (var connection = getConnection();
                var statement = connection.createStatement()) {
            statement.execute(ReadPositions.END_WHEN_IDLE);
        } catch (SQLException unreachable) {
            throw new UnableToClaimTokenException("The database cannot be asked: " + unreachable.getMessage());
        }
    }
}
