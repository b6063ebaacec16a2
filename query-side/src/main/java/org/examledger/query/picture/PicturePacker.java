package org.examledger.query.picture;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.examledger.events.exam.Picture;
import org.examledger.query.http.QueryProblem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Fetches the pictures that an export packs, as long as they are not more than an import would read. Exports with pictures
 * are written one after the other, because each holds them several times over meanwhile.
 */
@Component
public class PicturePacker {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Pictures pictures;
    private final DataSize most;
    private final Semaphore turn = new Semaphore(1, true);

    PicturePacker(Pictures pictures, @Value("${exam.pictures.in-one-file:20MB}") DataSize most) {
        this.pictures = pictures;
        this.most = most;
    }

    /**
     * Writes a file with each picture once, in the order in which questions name them.
     *
     * @param file is given the pictures, and should keep none of them
     * @throws org.springframework.web.ErrorResponseException {@code payload-too-large}, or {@code unavailable} while others
     *     are written
     */
    public byte[] pack(Stream<Picture> named, Function<List<PackedPicture>, byte[]> file) {
        var hashes = named.map(Picture::sha256)
                .collect(LinkedHashSet<String>::new, LinkedHashSet::add, LinkedHashSet::addAll);
        if (hashes.isEmpty()) {
            return file.apply(List.of());
        }
        if (pictures.sizeOf(hashes) > most.toBytes()) {
            throw QueryProblem.tooLarge(
                    "The pictures are more than the " + most.toBytes() + " bytes that one file may hold.");
        }
        takeTurn();
        try {
            return file.apply(packed(hashes));
        } finally {
            turn.release();
        }
    }

    private void takeTurn() {
        try {
            if (turn.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw QueryProblem.unavailable("Other questions are written into files with their pictures; ask again soon.");
    }

    private List<PackedPicture> packed(Collection<String> hashes) {
        return hashes.stream()
                .flatMap(hash ->
                        pictures.find(hash).stream().map(it -> new PackedPicture(hash, it.mediaType(), it.bytes())))
                .toList();
    }
}
