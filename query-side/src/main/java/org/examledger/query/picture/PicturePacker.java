package org.examledger.query.picture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.examledger.events.exam.Picture;
import org.examledger.query.http.QueryProblem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Fetches the pictures that an export packs, as long as they are not more than an import would read. */
@Component
public class PicturePacker {
    private final Pictures pictures;
    private final DataSize most;

    PicturePacker(Pictures pictures, @Value("${exam.pictures.in-one-file:20MB}") DataSize most) {
        this.pictures = pictures;
        this.most = most;
    }

    /**
     * Each picture once, in the order in which questions name them.
     *
     * @throws org.springframework.web.ErrorResponseException {@code payload-too-large}
     */
    public List<PackedPicture> packed(Stream<Picture> named) {
        var hashes = named.map(Picture::sha256)
                .collect(LinkedHashSet<String>::new, LinkedHashSet::add, LinkedHashSet::addAll);
        if (hashes.isEmpty()) {
            return List.of();
        }
        if (pictures.sizeOf(hashes) > most.toBytes()) {
            throw QueryProblem.tooLarge(
                    "The pictures are more than the " + most.toBytes() + " bytes that one file may hold.");
        }
        return hashes.stream()
                .flatMap(hash ->
                        pictures.find(hash).stream().map(it -> new PackedPicture(hash, it.mediaType(), it.bytes())))
                .toList();
    }
}
