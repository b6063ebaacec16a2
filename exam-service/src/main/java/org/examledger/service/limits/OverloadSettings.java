package org.examledger.service.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one process does at once; {@code application.yaml} gives the reason of each.
 *
 * @param saves requests that change something, at the same time
 * @param polls requests that read, at the same time
 * @param patience how long one more poll waits for its turn
 * @param pollsGiveWay with more saves than that under way, polls are not carried out
 */
@ConfigurationProperties("exam.overload")
record OverloadSettings(
        @DefaultValue("2000") int saves,
        @DefaultValue("200") int polls,
        @DefaultValue("250ms") Duration patience,
        @DefaultValue("400") int pollsGiveWay) {}
