package org.examledger.service.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.examledger.command.picture.NewPicture;
import org.examledger.command.picture.PictureShelf;
import org.examledger.query.picture.KeptPicture;
import org.examledger.query.picture.Pictures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code picture} beside the log, which every process of the database reads. Its rows are never changed, so
 * what was seen in it once may be remembered for ever.
 */
@Component
class PictureTable implements PictureShelf, Pictures {
    private static final int REMEMBERED = 10_000;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final JdbcClient jdbc;
    private final Cache<String, String> mediaTypes =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    PictureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> mediaTypeOf(String sha256) {
        if (!isHash(sha256)) {
            return Optional.empty();
        }
        var remembered = mediaTypes.getIfPresent(sha256);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var found = jdbc.sql("SELECT media_type FROM picture WHERE sha256 = ?")
                .param(bytesOf(sha256))
                .query(String.class)
                .optional();
        found.ifPresent(it -> mediaTypes.put(sha256, it));
        return found;
    }

    @Override
    public void keep(Collection<NewPicture> pictures, String person) {
        for (var picture : pictures) {
            var unused = jdbc.sql("""
                            INSERT INTO picture (sha256, media_type, width, height, brought_by, bytes)
                            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                            """)
                    .param(bytesOf(picture.sha256()))
                    .param(picture.mediaType())
                    .param(picture.header().width())
                    .param(picture.header().height())
                    .param(UUID.fromString(person))
                    .param(picture.bytes())
                    .update();
        }
    }

    @Override
    public Optional<KeptPicture> find(String sha256) {
        return isHash(sha256)
                ? jdbc.sql("SELECT media_type, bytes FROM picture WHERE sha256 = ?")
                        .param(bytesOf(sha256))
                        .query((row, number) -> new KeptPicture(row.getString(1), row.getBytes(2)))
                        .optional()
                : Optional.empty();
    }

    @Override
    public long sizeOf(Collection<String> hashes) {
        var all = hashes.stream().filter(PictureTable::isHash).toArray(String[]::new);
        return jdbc.sql("""
                SELECT coalesce(sum(length(bytes)), 0) FROM picture
                WHERE sha256 IN (SELECT decode(wanted, 'hex') FROM unnest(?) AS wanted)
                """).param(all).query(Long.class).single();
    }

    private static boolean isHash(String sha256) {
        return SHA_256.matcher(sha256).matches();
    }

    private static byte[] bytesOf(String sha256) {
        return HexFormat.of().parseHex(sha256);
    }
}
