package org.examledger.query.world;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.examledger.query.picture.KeptPicture;
import org.examledger.query.picture.Pictures;

/** Pictures in memory. */
public final class TestPictures implements Pictures {
    private final Map<String, KeptPicture> pictures = new ConcurrentHashMap<>();

    public void keep(String sha256, String mediaType, byte[] bytes) {
        pictures.put(sha256, new KeptPicture(mediaType, bytes));
    }

    @Override
    public Optional<KeptPicture> find(String sha256) {
        return Optional.ofNullable(pictures.get(sha256));
    }

    @Override
    public long sizeOf(Collection<String> hashes) {
        return hashes.stream()
                .flatMap(it -> find(it).stream())
                .mapToLong(it -> it.bytes().length)
                .sum();
    }
}
