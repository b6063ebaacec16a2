package org.examledger.service;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set under {@code exam.*}; {@code application.yaml} gives the reason of each.
 *
 * <p>{@code exam.demo} is a value and the name space of {@code exam.demo.expose} at once, so it is read by
 * {@link StartRules} and not by this record: a record component can be one of the two only.
 *
 * @param zone of exams that name none (R8)
 * @param silence without a sign of life after which a running session reads as silent (R9)
 * @param grace after a deadline within which an answer still counts (R5)
 * @param sweep how often automations look for work
 * @param outage longest time without a process that takes commands before running sessions get time back (R11)
 * @param drain how long requests are still answered as always after readiness has said no
 */
@ConfigurationProperties("exam")
public record ExamSettings(
        @DefaultValue("all") ServiceRole role,
        @DefaultValue("./data") Path dataDir,
        @DefaultValue Database database,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("10m") Duration silence,
        @DefaultValue("120s") Duration grace,
        @DefaultValue("15s") Duration sweep,
        @DefaultValue("60s") Duration outage,
        @DefaultValue("0s") Duration drain) {

    /**
     * The embedded PostgreSQL.
     *
     * @param embeddedPort fixed per data directory, so that tools and a later start find it; 0 picks a free one
     * @param binariesDir where PostgreSQL's programs are unpacked; inside the data directory unless told
     */
    public record Database(
            @DefaultValue("54321") int embeddedPort,
            @Nullable Path binariesDir) {}

    /** Where PostgreSQL's programs are kept: not in a temporary folder, which may be emptied under a running server. */
    public Path binariesDir() {
        var told = database.binariesDir();
        return told != null ? told : dataDir.resolve("postgres-programs");
    }
}
