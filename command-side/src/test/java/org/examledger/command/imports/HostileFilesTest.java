package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of people who mean harm, or of tools gone wrong: each is refused as a whole or skipped item by item. */
class HostileFilesTest extends ReadFiles {
    private static final String SECRET = "the words of another file";

    @Test
    void no_entity_reads_another_file(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret.txt"), SECRET).toUri();
        for (var root : new String[] {"quiz", "assessmentItem", "qti-assessment-item"}) {
            var general =
                    "<!DOCTYPE " + root + " [<!ENTITY x SYSTEM \"" + secret + "\">]><" + root + ">&x;</" + root + ">";
            assertThat(refusal(general)).contains("DOCTYPE").doesNotContain(SECRET);
            var external = "<!DOCTYPE " + root + " SYSTEM \"" + secret + "\"><" + root + "/>";
            assertThat(refusal(external)).contains("DOCTYPE").doesNotContain(SECRET);
            var parameter = "<!DOCTYPE " + root + " [<!ENTITY % p SYSTEM \"" + secret + "\"> %p;]><" + root + "/>";
            assertThat(refusal(parameter)).doesNotContain(SECRET);
        }
        var zipped = read(Zips.of(Map.of(
                "a.xml",
                ("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret + "\">]><assessmentItem>&x;</assessmentItem>")
                        .getBytes(StandardCharsets.UTF_8))));
        assertThat(zipped.accepted()).isEmpty();
        assertThat(zipped.items().getFirst().reason()).contains("DOCTYPE");
    }

    @Test
    void nothing_is_included_from_elsewhere() {
        var item = text("item30.xml")
                .replace("<qti-prompt>", "<qti-prompt><xi:include href=\"file:///etc/hostname\" parse=\"text\"/>");
        assertThat(read(item).items().getFirst().reason()).contains("another file");
    }

    @Test
    void laughs_by_the_billion_are_not_laughed() {
        var laughs = new StringBuilder("<!DOCTYPE quiz [<!ENTITY l0 \"ha\">");
        for (var level = 1; level < 10; level++) {
            laughs.append("<!ENTITY l" + level + " \"")
                    .append(("&l" + (level - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertThat(quickly(laughs + "]><quiz>&l9;</quiz>")).contains("DOCTYPE");
    }

    @Test
    void depth_is_bounded_in_every_format() {
        assertThat(quickly("<quiz><question type='multichoice'>" + "<a>".repeat(100_000)))
                .contains("nested deeper");
        assertThat(quickly("<quiz><question type='multichoice'>" + "<a>".repeat(95) + "</a>".repeat(95)
                        + "</question></quiz>"))
                .contains("nested deeper");
        assertThat(quickly("[{\"text\":" + "[".repeat(200_000))).contains("nested");
        var html = "<![CDATA[" + "<div>".repeat(100_000) + "deep]]>";
        var deep =
                read("<quiz><question type='multichoice'><name><text>N</text></name><questiontext format='html'><text>"
                        + html
                        + "</text></questiontext><answer fraction='100'><text>a</text></answer><answer><text>b</text></answer>"
                        + "</question></quiz>");
        assertThat(accepted(named(deep, "N")).text()).isEqualTo("deep");
    }

    @Test
    void a_zip_bomb_is_left_packed() {
        var bomb = new LinkedHashMap<String, byte[]>();
        for (var file = 0; file < 3; file++) {
            bomb.put("images/" + file + ".bin", new byte[24 << 20]);
        }
        assertThat(refusal(Zips.of(bomb))).contains("unpacks to more than");
        var big = ("<assessmentItem>" + " ".repeat(5 << 20)).getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(Zips.of(Map.of("a.xml", big)))).containsAnyOf("more than 4 MiB", "times its size");
        var many = new LinkedHashMap<String, byte[]>();
        for (var file = 0; file <= 6_000; file++) {
            many.put("f" + file, new byte[0]);
        }
        assertThat(refusal(Zips.of(many))).contains("more than 6000 files");
    }

    @Test
    void a_zip_that_unpacks_itself_again_is_not_followed() {
        var inner = Zips.of(Map.of("item.xml", file("item21.xml")));
        assertThat(refusal(Zips.of(Map.of("inner.zip", inner)))).contains("without a QTI item");
    }

    @Test
    void names_that_lead_out_of_a_package_are_only_names() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("../../../../tmp/exam-ledger-escaped.xml", file("item21.xml"));
        files.put("/etc/exam-ledger-escaped.xml", file("item21.xml"));
        files.put("C:\\exam-ledger-escaped.xml", file("item21.xml"));
        files.put("good.xml", file("item30.xml"));

        var read = read(Zips.of(files));

        assertThat(read.items()).extracting(it -> it.file()).containsExactly("good.xml");
        assertThat(read.warnings()).anySatisfy(it -> assertThat(it).contains("points out of the package"));
        assertThat(Path.of("/tmp/exam-ledger-escaped.xml")).doesNotExist();
    }

    @Test
    void what_is_none_of_the_formats_is_refused_by_its_content_whatever_its_name() {
        assertThat(refusal("")).isEqualTo("is empty");
        assertThat(refusal("Dear all, please find no questions attached.")).contains("none of the formats");
        assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13}))
                .isEqualTo("is not a text");
        assertThat(refusal("<html><body>Sign in</body></html>")).contains("neither Moodle's nor QTI");
        assertThat(refusal("<questestinterop/>")).contains("QTI 1");
        assertThat(refusal("<manifest/>")).contains("whole package");
        assertThat(refusal("<quiz><question>")).contains("not well-formed");
        assertThat(refusal("<quiz></quiz>")).isEqualTo("has no question in it");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9})).contains("zip");
        assertThat(refusal("{\"a\":1}")).contains("without a list");
    }

    @Test
    void a_reference_full_of_question_marks_is_read_at_once() {
        var marks = "?".repeat(1_000_000) + "\nx";
        assertThat(Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> PictureSource.path("a.png" + marks)))
                .isEqualTo("a.png");
        assertThat(PictureSource.path("a/b.png#c?d")).isEqualTo("a/b.png");
        assertThat(PictureSource.path("a.png")).isEqualTo("a.png");
    }

    @Test
    void what_is_more_than_an_exam_can_use_is_refused() {
        assertThat(refusal("A\n\n".repeat(1) + "Q{=a ~b}\n\n".repeat(5_001))).contains("more than 5000 items");
        var long1 = "x".repeat(90_000);
        assertThat(refusal(("Q " + long1 + "{=a ~b}\n\n").repeat(60))).contains("more than 4 MiB");
        var tooLong = read("Q " + "x".repeat(120_000) + "{=a ~b}\n\nR{=a ~b}");
        assertThat(tooLong.items().get(0).reason()).contains("longer than 100000");
        assertThat(tooLong.accepted()).hasSize(1);
    }

    @Test
    void a_report_can_always_be_written_and_stays_short() {
        var half = read("[{\"id\":1}]"
                .replace("[{", "{\"packages\":[{\"name\":\"\\ud83d\",\"questions\":[{")
                .replace("}]", "}]}]}"));
        assertThat(half.items().getFirst().category()).isEqualTo("\uFFFD");
        var picture = read("::" + "😀".repeat(300) + "::[html]<img alt\\=\"&#xD83D\\;" + "x".repeat(900)
                + "\">?{=a ~b}".replace("\\;", ";"));
        assertThat(picture.items().getFirst().name()).hasSize(401).endsWith("😀…");
        assertThat(picture.items().getFirst().warnings())
                .allSatisfy(it -> assertThat(it).hasSizeLessThan(250).doesNotContain("\uD83D"));
        var many = new StringBuilder("<quiz><question type='multichoice'><questiontext><text>Q</text></questiontext>");
        for (var option = 0; option < 100; option++) {
            many.append("<answer fraction='" + (option == 0 ? 100 : 50) + "'><text>" + option + "</text></answer>");
        }
        assertThat(read(many + "</question></quiz>").items().getFirst().warnings())
                .hasSize(51);
    }

    @Test
    void markup_made_to_take_long_does_not() {
        var odd = "<a \"x>\" ".repeat(100_000);
        var scripts = "<script></script>".repeat(50_000) + "<script>";
        var item = "<quiz><question type='multichoice'><questiontext format='html'><text><![CDATA[%s]]></text>"
                + "</questiontext></question></quiz>";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            read(item.formatted(odd));
            read(item.formatted(scripts));
            read("A{" + "~".repeat(200_000));
            read("<quiz><question type='multichoice'>" + "<b/>".repeat(90_000) + "</question></quiz>");
        });
        assertThat(quickly("<quiz><question type='multichoice'>" + "<b/>".repeat(100_001) + "</question></quiz>"))
                .contains("more than 100000 elements");
    }

    private static String quickly(String file) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refusal(file));
    }
}
