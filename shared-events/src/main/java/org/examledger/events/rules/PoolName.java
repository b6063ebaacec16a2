package org.examledger.events.rules;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The one name of a pool, however its technology and level are typed (seed 002): compatible characters are the same,
 * upper and lower case too, and space around or between words counts as one blank.
 */
public record PoolName(String technology, String level) {
    public PoolName {
        technology = normalised(technology);
        level = normalised(level);
    }

    private static String normalised(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** Both parts in one text; a slash within a part is written {@code %2F}, so that no two pools look the same. */
    public String path() {
        return escaped(technology) + "/" + escaped(level);
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("/", "%2F");
    }
}
