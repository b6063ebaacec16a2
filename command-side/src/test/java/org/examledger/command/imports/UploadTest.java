package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UploadTest {
    private static final String FORM = """
            --xYz\r
            Content-Disposition: form-data; name="note"\r
            \r
            name="file"\r
            --xYz\r
            Content-Disposition: form-data; name="file"; filename="q.gift"\r
            Content-Type: text/plain; charset=ISO-8859-1\r
            \r
            Q{=a ~b}\r
            --not the end\r
            --xYz--\r
            """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_body_is_the_file() throws UnreadableFile {
        var upload = Upload.of(bytes("Q{=a ~b}"), "text/plain;charset=windows-1252");

        assertThat(upload.file()).isEqualTo(bytes("Q{=a ~b}"));
        assertThat(String.valueOf(upload.declared())).isEqualTo("windows-1252");
        assertThat(Upload.of(bytes("x"), "nonsense").declared()).isNull();
        assertThat(Upload.of(bytes("x"), "text/plain;charset=no-such").declared())
                .isNull();
    }

    @Test
    void a_form_has_it_in_a_part() throws UnreadableFile {
        var upload = Upload.of(bytes(FORM), "multipart/form-data; boundary=xYz");

        assertThat(upload.file()).isEqualTo(bytes("Q{=a ~b}\r\n--not the end"));
        assertThat(upload.declared()).isEqualTo(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_form_without_the_part_or_cut_off_is_refused() {
        var type = "multipart/form-data; boundary=\"xYz\"";
        assertThatThrownBy(() -> Upload.of(bytes(FORM.replace("name=\"file\";", "name=\"other\";")), type))
                .hasMessageContaining("no part named file");
        assertThatThrownBy(() -> Upload.of(bytes(FORM.replace("--xYz--", "")), type))
                .hasMessageContaining("not complete");
        assertThatThrownBy(() -> Upload.of(bytes(FORM), "multipart/form-data")).hasMessageContaining("parts it");
        assertThatThrownBy(() -> Upload.of(bytes("--xYz"), type)).isInstanceOf(UnreadableFile.class);
    }
}
