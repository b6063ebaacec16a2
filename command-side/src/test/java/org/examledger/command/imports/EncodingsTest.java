package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest extends ReadFiles {
    private static final String GIFT = "::Naïve::Größe „ja“ – 5 €?{=Ünïcode ~nein}";
    private static final String MOODLE = """
            <?xml version="1.0" encoding="%s"?>
            <quiz><question type="multichoice"><name><text>Naïve</text></name><questiontext><text>Größe?</text></questiontext>
            <answer fraction="100"><text>Ünïcode</text></answer><answer fraction="0"><text>nein</text></answer></question></quiz>
            """;

    private static byte[] marked(String text, Charset charset, int... mark) {
        var bytes = new ByteArrayOutputStream();
        for (var it : mark) {
            bytes.write(it);
        }
        bytes.writeBytes(text.getBytes(charset));
        return bytes.toByteArray();
    }

    private static void isRead(QuestionImport read, String encoding) {
        assertThat(read.encoding()).isEqualTo(encoding);
        assertThat(options(accepted(named(read, "Naïve")))).containsExactly("Ünïcode", "nein");
    }

    @Test
    void marks_and_empty_bytes_tell_the_encoding() {
        isRead(read(GIFT.getBytes(StandardCharsets.UTF_8)), "UTF-8");
        isRead(read(marked(GIFT, StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF)), "UTF-8");
        isRead(read(marked(GIFT, StandardCharsets.UTF_16LE, 0xFF, 0xFE)), "UTF-16LE");
        isRead(read(marked(GIFT, StandardCharsets.UTF_16BE, 0xFE, 0xFF)), "UTF-16BE");
        isRead(read(GIFT.getBytes(StandardCharsets.UTF_16LE)), "UTF-16LE");
    }

    @Test
    void what_is_not_utf_8_is_windows_1252_and_that_is_said() {
        var read = read(GIFT.getBytes(Charset.forName("windows-1252")));

        isRead(read, "windows-1252");
        assertThat(accepted(read.items().getFirst()).text()).isEqualTo("Größe „ja“ – 5 €?");
        assertThat(read.warnings()).anySatisfy(it -> assertThat(it).contains("Windows-1252"));
    }

    @Test
    void the_request_may_name_the_encoding() {
        var latin = StandardCharsets.ISO_8859_1;
        isRead(read("::Naïve::Q?{=Ünïcode ~nein}".getBytes(latin), latin, null), "ISO-8859-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16"})
    void xml_is_read_as_it_declares(String charset) {
        var read = read(MOODLE.formatted(charset).getBytes(Charset.forName(charset)));
        isRead(read, charset.equals("UTF-16") ? "UTF-16BE" : charset);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void xml_that_declares_utf_16_and_is_not_is_read_as_what_it_is() {
        isRead(read(MOODLE.formatted("UTF-16").getBytes(StandardCharsets.UTF_8)), "UTF-8");
    }

    @Test
    void signs_beyond_the_basic_plane_survive_html() {
        var read = read("::N::[html]<p>&#128512; &euro; &#x1F600; 😀 &unknown;</p>{=a ~b}");
        assertThat(accepted(named(read, "N")).text()).isEqualTo("😀 € 😀 😀 &unknown;");
    }
}
