package org.examledger.query.feed;

import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;

/** Where Axon keeps from which position a projection goes on, and which process feeds it. */
public final class ProjectionTokens {
    /** After so long without a sign of its owner, a projection is taken over by another process. */
    static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    private ProjectionTokens() {}

    /**
     * A token store on the table {@code token_entry}.
     *
     * @param connections must take part in Spring's transactions, so that rows and token are committed together
     * @param node must differ between all processes, containers with equal host names included
     */
    public static TokenStore on(ConnectionProvider connections, Serializer serializer, String node) {
        return new WatchfulTokens(JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(schema())
                .claimTimeout(CLAIM_TIMEOUT)
                .nodeId(node));
    }

    private static TokenSchema schema() {
        return TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("claimed_at")
                .setOwnerColumn("owner")
                .build();
    }
}
