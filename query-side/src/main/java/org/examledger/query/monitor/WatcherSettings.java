package org.examledger.query.monitor;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many may watch at the same time; {@code application.yaml} gives the reason of each.
 *
 * @param atOnce in this process
 * @param perPerson of them
 */
@ConfigurationProperties("exam.watchers")
record WatcherSettings(
        @DefaultValue("2000") int atOnce,
        @DefaultValue("1000") int perPerson) {}
