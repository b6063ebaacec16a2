package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.examledger.command.picture.NewPicture;
import org.examledger.command.picture.PictureLimits;
import org.examledger.command.picture.PictureShelf;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.exam.Picture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Pictures come with their questions, or the report says why not. */
class PicturesOfFilesTest extends ReadFiles {
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5Erk" + "Jggg==";
    private static final String GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static Picture picture(String base64, @Nullable String description) throws Exception {
        var kept = NewPicture.of(bytes(base64), PictureLimits.USUAL);
        return new Picture(kept.sha256(), kept.mediaType(), description);
    }

    @Test
    void moodle_brings_its_files_in_base64() throws Exception {
        var read = read(file("moodle-pictures.xml"));

        var item = named(read, "Sign");
        var sign = accepted(item);
        assertThat(sign.text()).isEqualTo("What does this sign mean?");
        assertThat(sign.pictures()).containsExactly(picture(PNG, "a green running man"));
        assertThat(sign.options())
                .containsExactly(new DraftOption(1, "Exit"), new DraftOption(2, "", List.of(picture(GIF, null))));
        assertThat(item.warnings()).isEmpty();
        assertThat(read.pictures())
                .extracting(NewPicture::sha256)
                .containsExactly(picture(PNG, null).sha256(), picture(GIF, null).sha256());
        assertThat(accepted(named(read, "Old")).pictures()).containsExactly(picture(PNG, null));
    }

    @Test
    void a_picture_within_a_text_comes_behind_it_and_that_is_said() throws Exception {
        var item = named(read(file("moodle-pictures.xml")), "Within");

        assertThat(accepted(item).text()).isEqualTo("Does move?");
        assertThat(accepted(item).pictures()).containsExactly(picture(PNG, "the dot"));
        assertThat(item.warnings())
                .containsExactly(
                        "a picture stands behind the text now, and not within it",
                        "is kept without files that its text does not show");
    }

    @Test
    void a_picture_that_cannot_be_kept_is_its_description_or_the_question_is_skipped_with_a_code() {
        var read = read(file("moodle-pictures.xml"));

        assertThat(named(read, "Elsewhere").reasonCode()).isEqualTo(WhySkipped.PICTURE_ELSEWHERE);
        assertThat(named(read, "Elsewhere").reason()).contains("https://example.org/a.png");
        assertThat(named(read, "Missing").reasonCode()).isEqualTo(WhySkipped.PICTURE_MISSING);
        assertThat(named(read, "Drawing").reasonCode()).isEqualTo(WhySkipped.PICTURE_KIND);
        var described = named(read, "Described drawing");
        assertThat(options(accepted(described))).containsExactly("[a circle]", "No");
        assertThat(described.warnings()).anySatisfy(it -> assertThat(it).contains("a circle", "SVG"));
    }

    @Test
    void a_package_of_tao_brings_its_pictures() throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("imsmanifest.xml", file("tao-manifest.xml"));
        files.put("i6391f0a1b2c3d/qti.xml", file("tao-item.xml"));
        files.put("i6391f0a1b2c3d/assets/ladders two.png", bytes(PNG));
        files.put("shared/dot.gif", bytes(GIF));
        files.put("i6391f0a1b2c3d/style/custom/tao-user-styles.css", "p {}".getBytes(StandardCharsets.UTF_8));

        var read = read(Zips.of(files));

        var item = named(read, "Ladder");
        assertThat(accepted(item).text()).isEqualTo("Which ladder stands safely?");
        assertThat(accepted(item).pictures()).containsExactly(picture(PNG, "two ladders"));
        assertThat(accepted(item).options())
                .containsExactly(
                        new DraftOption(1, "", List.of(picture(GIF, null))), new DraftOption(2, "the right one"));
        assertThat(item.warnings()).containsExactly("is kept without style sheets");
        assertThat(read.warnings()).anySatisfy(it -> assertThat(it).startsWith("1 files that are not XML"));
    }

    @Test
    void what_canvas_and_respondus_write_is_qti_1_and_that_is_said() {
        var canvas = Map.of(
                "g4b1/assessment_meta.xml", file("canvas-assessment_meta.xml"),
                "g4b1/g4b1.xml", file("canvas-qti12.xml"));
        assertThat(refusal(Zips.of(canvas))).contains("QTI 1 in it");
        assertThat(refusal(file("canvas-qti12.xml"))).contains("QTI 1;");
    }

    @Test
    void text_formats_may_hold_pictures_in_themselves() throws Exception {
        var gift = "::N::[html]<p>Which?</p><img alt\\=\"dot\" src\\=\"data\\:image/png;base64,"
                + PNG.replace("=", "\\=") + "\"> {=yes ~no}";
        var item = named(read(gift), "N");

        assertThat(accepted(item).pictures()).containsExactly(picture(PNG, "dot"));
        assertThat(accepted(item).text()).isEqualTo("Which?");
    }

    @Test
    void json_brings_pictures_beside_its_questions() throws Exception {
        var hash = picture(PNG, null).sha256();
        var json = """
                {"questions":[{"id":1,"text":"Which?","options":[{"id":1,"text":"a"},
                {"id":2,"pictures":[{"sha256":"%1$s","description":"dot"}]}],"correct":[2],"points":1}],
                "attachments":[{"sha256":"%1$s","mediaType":"image/png","base64":"%2$s"}]}""";

        var read = read(json.formatted(hash, PNG));

        assertThat(read.accepted().getFirst().options())
                .contains(new DraftOption(2, null, List.of(picture(PNG, "dot"))));
        assertThat(read.pictures()).hasSize(1);
        assertThat(read.warnings()).isEmpty();
        var other = read(json.formatted(hash, GIF));
        assertThat(other.warnings()).anySatisfy(it -> assertThat(it).contains(hash, "not what its hash says"));
        assertThat(other.items().getFirst().reasonCode()).isEqualTo(WhySkipped.INCOMPLETE);
        assertThat(refusal(json.formatted(hash, PNG).replace("\"image/png\"", "[[]]")))
                .contains("attachments");
        assertThat(refusal("{\"questions\":" + "[".repeat(2_000) + ",\"attachments\":[]"))
                .contains("JSON");
    }

    @Test
    void all_pictures_of_a_file_together_are_limited() throws Exception {
        var one = bytes(PNG).length;
        var limits = new PictureLimits(DataSize.ofBytes(1_000), 100, DataSize.ofBytes(one));
        var reader = new QuestionReader(JSON, limits, PictureShelf.EMPTY);

        var read = reader.read(file("moodle-pictures.xml"), null, null);

        assertThat(named(read, "Sign").reasonCode()).isEqualTo(WhySkipped.PICTURE_TOO_LARGE);
        assertThat(accepted(named(read, "Within")).pictures()).hasSize(1);
        assertThat(read.pictures()).hasSize(1);
    }

    @Test
    void a_picture_that_is_too_large_is_seen_in_a_package_too() {
        var large = new byte[3 << 20];
        new Random(11).nextBytes(large);
        System.arraycopy(bytes(PNG), 0, large, 0, bytes(PNG).length);
        var files = Map.of(
                "item.xml",
                text("item21.xml")
                        .replace("alt=\"NEVER LEAVE LUGGAGE UNATTENDED\"", "")
                        .getBytes(StandardCharsets.UTF_8),
                "images/sign.png",
                large);

        var item = read(Zips.of(files)).items().getFirst();

        assertThat(item.reasonCode()).isEqualTo(WhySkipped.PICTURE_TOO_LARGE);
        assertThat(Objects.requireNonNull(item.reason())).contains("larger than 2097152 bytes");
    }
}
