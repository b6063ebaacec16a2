package org.examledger.command.draft;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftWorker;
import org.examledger.events.exam.Picture;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over all that a save names. The fact of a save holds only what it changed, so without this a save that names
 * more under the same command id could not be told from a repeat (R2).
 *
 * <p>Of an access token it holds only whether one was named: a plain hash of a short word would give the word away (R16).
 * Texts are UTF-8 behind their length in bytes, lists stand behind their number of entries, and what is absent is
 * written as −1, so that no two saves are written alike.
 */
final class ContentHash {
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private interface Writing<T> {
        void write(T value) throws IOException;
    }

    private ContentHash() {}

    /** In hexadecimal. */
    static String of(DraftChanges changes) {
        var hash = new ContentHash();
        try {
            hash.write(changes);
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(hash.bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private void write(DraftChanges changes) throws IOException {
        all(List.copyOf(new TreeMap<>(changes.fields()).entrySet()), field -> {
            text(field.getKey());
            text(field.getValue().getClass().getSimpleName());
            text(field.getValue().toString());
        });
        all(List.copyOf(new TreeSet<>(changes.cleared())), this::text);
        var questions = changes.questions();
        all(questions == null ? null : questions.written(), this::question);
        all(questions == null ? null : questions.pools(), this::pool);
        all(questions == null ? null : questions.packages(), it -> {
            text(it.name());
            all(it.questionIds(), out::writeInt);
            all(it.pools(), this::pool);
        });
        all(changes.workers(), this::worker);
        out.writeBoolean(changes.accessToken() != null);
        var workers = changes.workers();
        if (workers != null && workers.stream().anyMatch(it -> it.portalSessionId() != null)) {
            // Written only when there is one, so that the hashes of earlier saves stay what they are.
            all(workers, it -> out.writeInt(it.portalSessionId() == null ? ABSENT : it.portalSessionId()));
        }
        var appendix = changes.appendix();
        if (appendix != null) { // written only when there, so that the hashes of earlier saves stay what they are
            all(appendix.questions(), this::question);
            text(appendix.toPackage());
        }
        pictures(questions != null ? questions.written() : appendix != null ? appendix.questions() : List.of());
    }

    /** Behind everything else and only when there are any, for the same reason; no list before it has −1 entries. */
    private void pictures(List<DraftQuestion> questions) throws IOException {
        if (questions.stream().allMatch(it -> it.allPictures().findAny().isEmpty())) {
            return;
        }
        out.writeInt(ABSENT);
        for (var question : questions) {
            all(question.pictures(), this::picture);
            for (var option : question.options()) {
                all(option.pictures(), this::picture);
            }
        }
    }

    private void picture(Picture picture) throws IOException {
        text(picture.sha256());
        text(picture.mediaType());
        text(picture.description());
    }

    private void pool(DraftPool pool) throws IOException {
        text(pool.technology());
        text(pool.level());
        text(Objects.toString(pool.count(), null));
        out.writeInt(pool.place());
    }

    private void question(DraftQuestion question) throws IOException {
        out.writeInt(question.id());
        text(question.text());
        all(question.options(), this::option);
        all(question.correct(), out::writeInt);
        text(Objects.toString(question.multiple(), null));
        text(Objects.toString(question.points(), null));
    }

    private void option(DraftOption option) throws IOException {
        out.writeInt(option.id());
        text(option.text());
    }

    private void worker(DraftWorker worker) throws IOException {
        text(worker.person());
        out.writeInt(worker.extraMinutes());
    }

    private <T> void all(@Nullable List<T> values, Writing<T> writing) throws IOException {
        out.writeInt(values == null ? ABSENT : values.size());
        if (values != null) {
            for (var value : values) {
                writing.write(value);
            }
        }
    }

    private void text(@Nullable String text) throws IOException {
        var utf8 = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8 == null ? ABSENT : utf8.length);
        if (utf8 != null) {
            out.write(utf8);
        }
    }
}
