package org.examledger.command.picture;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large pictures may be; {@code application.yaml} gives the reason of each.
 *
 * @param largest bytes of one
 * @param pixels of one, width times height
 * @param inOneFile bytes of all that one file of questions brings
 */
@ConfigurationProperties("exam.pictures")
public record PictureLimits(
        @DefaultValue("2MB") DataSize largest,
        @DefaultValue("25000000") long pixels,
        @DefaultValue("20MB") DataSize inOneFile) {
    /** What holds unless somebody sets another. */
    public static final PictureLimits USUAL =
            new PictureLimits(DataSize.ofMegabytes(2), 25_000_000, DataSize.ofMegabytes(20));
}
