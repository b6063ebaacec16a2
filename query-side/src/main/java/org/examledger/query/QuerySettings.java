package org.examledger.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the query side can be told.
 *
 * @param silence how long without a sign of life until a running session reads SILENT (R9)
 */
@ConfigurationProperties("exam")
public record QuerySettings(@DefaultValue("10m") Duration silence) {}
