package org.examledger.command.picture;

import java.util.Collection;
import java.util.Optional;

/**
 * Keeps the bytes of pictures beside the log, under their hash. Nothing on it is ever changed or taken away, so what was
 * known once stays known.
 */
public interface PictureShelf {
    /** A shelf with nothing on it. */
    PictureShelf EMPTY = new PictureShelf() {
        @Override
        public Optional<String> mediaTypeOf(String sha256) {
            return Optional.empty();
        }

        @Override
        public void keep(Collection<NewPicture> pictures, String person) {
            throw new UnsupportedOperationException("nothing is kept here");
        }
    };

    /** What is kept under a hash (lower-case hexadecimal). */
    Optional<String> mediaTypeOf(String sha256);

    /**
     * Keeps pictures; one that is there already stays as it is.
     *
     * @param person opaque id of who brought them
     */
    void keep(Collection<NewPicture> pictures, String person);
}
