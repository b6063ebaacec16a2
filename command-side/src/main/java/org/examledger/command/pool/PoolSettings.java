package org.examledger.command.pool;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where questions of pools come from; {@code application.yaml} gives the reason of each.
 *
 * @param folder with one file a pool; the demo's own when empty and there is a demo
 * @param sourceUrl a service that is asked instead of the files when questions are generated
 * @param patience until the service's whole answer is there
 */
@ConfigurationProperties("exam.pools")
record PoolSettings(
        @DefaultValue("") String folder,
        @Nullable URI sourceUrl,
        @DefaultValue("60s") Duration patience) {}
