package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.examledger.command.imports.QuestionImport.ImportedItem;
import org.examledger.command.picture.PictureLimits;
import org.examledger.command.picture.PictureShelf;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftQuestion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the tests of the formats share. */
abstract class ReadFiles {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static byte[] file(String name) {
        try (var content = ReadFiles.class.getResourceAsStream("/imports/" + name)) {
            return Objects.requireNonNull(content, name).readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8);
    }

    static QuestionImport read(byte[] file) {
        return read(file, null, null);
    }

    static QuestionImport read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    static QuestionImport read(byte[] file, @Nullable Charset declared, @Nullable FileFormat format) {
        try {
            return new QuestionReader(JSON, PictureLimits.USUAL, PictureShelf.EMPTY).read(file, declared, format);
        } catch (UnreadableFile unreadable) {
            throw new AssertionError(unreadable.why(), unreadable);
        }
    }

    /** Why a file is refused as a whole. */
    static String refusal(byte[] file) {
        try {
            var read = new QuestionReader(JSON, PictureLimits.USUAL, PictureShelf.EMPTY).read(file, null, null);
            throw new AssertionError("was read as " + read.format());
        } catch (UnreadableFile unreadable) {
            return unreadable.why();
        }
    }

    static String refusal(String file) {
        return refusal(file.getBytes(StandardCharsets.UTF_8));
    }

    static ImportedItem named(QuestionImport read, String name) {
        return read.items().stream()
                .filter(it -> name.equals(it.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item " + name + " in " + read.items()));
    }

    static DraftQuestion accepted(ImportedItem item) {
        assertThat(item.reason()).isNull();
        return Objects.requireNonNull(item.question());
    }

    static List<String> options(DraftQuestion question) {
        return question.options().stream()
                .map(DraftOption::text)
                .map(Objects::requireNonNull)
                .toList();
    }
}
