package org.examledger.command.imports;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.examledger.command.picture.NewPicture;
import org.examledger.command.picture.PictureLimits;
import org.examledger.command.picture.PictureShelf;
import org.examledger.command.picture.UnusablePicture;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.exam.Picture;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that a file of questions brings, each once, and all of them within a limit. Besides, its questions may name
 * pictures that are on the shelf already.
 */
final class BroughtPictures implements PictureShelf {
    private final PictureLimits limits;
    private final PictureShelf shelf;
    private final Map<String, NewPicture> brought = new LinkedHashMap<>();
    private long bytes;

    BroughtPictures(PictureLimits limits, PictureShelf shelf) {
        this.limits = limits;
        this.shelf = shelf;
    }

    /** @throws CannotBeAsked when it is none that a question may show; the message goes on from "a picture" */
    Picture take(byte[] content, @Nullable String description) throws CannotBeAsked {
        NewPicture picture;
        try {
            picture = NewPicture.of(content, limits);
        } catch (UnusablePicture unusable) {
            throw new CannotBeAsked(
                    unusable.kind() == UnusablePicture.Cause.OTHER_KIND
                            ? WhySkipped.PICTURE_KIND
                            : WhySkipped.PICTURE_TOO_LARGE,
                    unusable.why());
        }
        if (!brought.containsKey(picture.sha256())) {
            var most = limits.inOneFile().toBytes();
            if (bytes + content.length > most) {
                throw new CannotBeAsked(
                        WhySkipped.PICTURE_TOO_LARGE,
                        "is beyond the " + most + " bytes of pictures that a file may bring");
            }
            bytes += content.length;
            brought.put(picture.sha256(), picture);
        }
        return new Picture(picture.sha256(), picture.mediaType(), description);
    }

    /** Those that questions show, of which others may have been skipped. */
    List<NewPicture> shownBy(Collection<DraftQuestion> questions) {
        return questions.stream()
                .flatMap(DraftQuestion::allPictures)
                .map(Picture::sha256)
                .distinct()
                .flatMap(it -> Stream.ofNullable(brought.get(it)))
                .toList();
    }

    int largest() {
        return (int) limits.largest().toBytes();
    }

    @Override
    public Optional<String> mediaTypeOf(String sha256) {
        var picture = brought.get(sha256);
        return picture == null ? shelf.mediaTypeOf(sha256) : Optional.of(picture.mediaType());
    }

    @Override
    public void keep(Collection<NewPicture> pictures, String person) {
        throw new UnsupportedOperationException("kept when the questions are, and not before");
    }
}
