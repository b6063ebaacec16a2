package org.examledger.benchmarks.stock;

import java.util.Collection;
import java.util.Optional;
import org.examledger.command.picture.NewPicture;
import org.examledger.command.picture.PictureShelf;

/** A shelf without pictures; nobody measures them. */
final class NoPictures implements PictureShelf {
    @Override
    public Optional<String> mediaTypeOf(String sha256) {
        return EMPTY.mediaTypeOf(sha256);
    }

    @Override
    public void keep(Collection<NewPicture> pictures, String person) {
        EMPTY.keep(pictures, person);
    }
}
