package org.examledger.service.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one person may ask of one process; {@code application.yaml} gives the reason of each.
 *
 * <p>{@code exam.limits.wrong-access-tokens} belongs to the session that asks for the word.
 *
 * @param saves requests that change something
 * @param polls requests that read
 * @param unknownIds requests that are answered 404
 * @param signIns of everybody together, because nobody is known yet
 */
@ConfigurationProperties("exam.limits")
record LimitSettings(
        @DefaultValue Saves saves,
        @DefaultValue Polls polls,
        @DefaultValue UnknownIds unknownIds,
        @DefaultValue SignIns signIns) {

    /** So many at once, and so many a second for ever. */
    interface Rate {
        int perSecond();

        int burst();
    }

    record Saves(
            @DefaultValue("200") int perSecond,
            @DefaultValue("2000") int burst) implements Rate {}

    record Polls(
            @DefaultValue("200") int perSecond,
            @DefaultValue("2000") int burst) implements Rate {}

    record UnknownIds(
            @DefaultValue("1") int perSecond,
            @DefaultValue("100") int burst) implements Rate {}

    record SignIns(
            @DefaultValue("100") int perSecond,
            @DefaultValue("100") int burst) implements Rate {}
}
