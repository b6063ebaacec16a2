package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.examledger.command.picture.NewPicture;
import org.examledger.command.picture.PictureLimits;
import org.examledger.command.picture.PictureShelf;
import org.examledger.command.picture.UnusablePicture;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.exam.Picture;
import org.examledger.query.picture.PackedPicture;
import org.examledger.query.questions.QtiPackageWriter;
import org.examledger.query.questions.WrittenQuestions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What one side writes the other reads back: the same questions, whatever stands in them. */
class RoundTripTest {
    private static final List<String> PIECES = List.of(
            "Which?",
            "a < b",
            "&amp;",
            "]]>",
            "<p>",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\t",
            "😀",
            "\u00a0",
            "Ünï",
            "\\",
            "{=~#}",
            "\"quoted\"",
            "--",
            "e\u0301",
            "\u2003",
            "|",
            "- ",
            "1");

    private static final QuestionReader READER =
            new QuestionReader(JsonMapper.shared(), PictureLimits.USUAL, PictureShelf.EMPTY);

    private static final List<PackedPicture> PICTURES = List.of(
            packed("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
            packed("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"),
            packed("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"));

    @Test
    void questions_come_back_from_qti_as_they_were() throws Exception {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var questions = IntStream.rangeClosed(1, 1_000)
                .mapToObj(id -> question(id, random))
                .toList();

        var zip = QtiPackageWriter.write(new WrittenQuestions(questions, List.of("packages -- A")), PICTURES);
        var read = READER.read(zip, null, null);

        assertThat(read.accepted()).as("seed %d", seed).containsExactlyElementsOf(questions);
        assertThat(read.items())
                .as("seed %d", seed)
                .allSatisfy(it -> assertThat(it.warnings()).isEmpty());
        assertThat(read.warnings()).isEmpty();
        assertThat(read.pictures())
                .as("seed %d", seed)
                .extracting(NewPicture::sha256)
                .hasSameElementsAs(PICTURES.stream().map(PackedPicture::sha256).toList());
        assertThat(QtiPackageWriter.write(new WrittenQuestions(questions, List.of("packages -- A")), PICTURES))
                .isEqualTo(zip);
    }

    @Test
    void options_are_numbered_anew_and_what_xml_cannot_write_is_marked() throws Exception {
        var odd = new DraftQuestion(
                7,
                "Bell\u0007\r\nend",
                List.of(new DraftOption(30, "a"), new DraftOption(9, "b")),
                List.of(9),
                null,
                5);

        var zip = QtiPackageWriter.write(new WrittenQuestions(List.of(odd), List.of()), List.of());
        var read = READER.read(zip, null, null);

        var question = read.accepted().getFirst();
        assertThat(question.text()).startsWith("Bell\uFFFD").endsWith("\nend");
        assertThat(question.options()).containsExactly(new DraftOption(1, "a"), new DraftOption(2, "b"));
        assertThat(question.correct()).containsExactly(2);
    }

    @Test
    void a_void_or_unfinished_question_is_written_and_skipped_with_the_reason() throws Exception {
        var empty = new DraftQuestion(1, null, List.of(), List.of(), null, null);
        var options = List.of(new DraftOption(1, "a"), new DraftOption(2, "b"));
        var voided = new DraftQuestion(2, "Void", options, List.of(), false, 1);

        var zip = QtiPackageWriter.write(new WrittenQuestions(List.of(empty, voided), List.of()), List.of());
        var read = READER.read(zip, null, null);

        assertThat(read.items())
                .extracting(QuestionImport.ImportedItem::reason)
                .containsExactly("does not say what is right", "does not say what is right");
    }

    private static DraftQuestion question(int id, Random random) {
        var options = IntStream.rangeClosed(1, 2 + random.nextInt(4))
                .mapToObj(it -> new DraftOption(it, text(random), pictures(random)))
                .toList();
        var correct = new ArrayList<>(options.stream().map(DraftOption::id).toList());
        correct.removeIf(it -> random.nextInt(3) > 0);
        if (correct.isEmpty()) {
            correct.add(1 + random.nextInt(options.size()));
        }
        return new DraftQuestion(
                id, text(random), options, correct, random.nextBoolean(), random.nextInt(6), pictures(random));
    }

    /** Mostly none, up to two, also the same one twice. */
    private static List<Picture> pictures(Random random) {
        return IntStream.range(0, Math.max(0, random.nextInt(5) - 2))
                .mapToObj(it -> {
                    var packed = PICTURES.get(random.nextInt(PICTURES.size()));
                    var text = text(random).strip().replaceAll("\\s+", " ");
                    return new Picture(packed.sha256(), packed.mediaType(), text.isBlank() ? null : text);
                })
                .toList();
    }

    private static PackedPicture packed(String base64) {
        try {
            var picture = NewPicture.of(Base64.getDecoder().decode(base64), PictureLimits.USUAL);
            return new PackedPicture(picture.sha256(), picture.mediaType(), picture.bytes());
        } catch (UnusablePicture unusable) {
            throw new AssertionError(unusable);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var count = 1 + random.nextInt(8); count > 0; count--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString().isBlank() ? text + "x" : text.toString();
    }
}
