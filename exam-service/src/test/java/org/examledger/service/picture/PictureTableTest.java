package org.examledger.service.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.examledger.command.picture.NewPicture;
import org.examledger.command.picture.PictureLimits;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningService
class PictureTableTest {
    private static final String PERSON = UUID.randomUUID().toString();

    @Autowired
    private PictureTable table;

    @Autowired
    private JdbcClient jdbc;

    private static NewPicture picture(int number) throws Exception {
        var gif = Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
        gif[13] = (byte) number; // a colour
        return NewPicture.of(gif, PictureLimits.USUAL);
    }

    @Test
    void what_one_process_keeps_another_finds_byte_for_byte() throws Exception {
        var picture = picture(1);
        assertThat(table.mediaTypeOf(picture.sha256())).isEmpty();

        table.keep(List.of(picture, picture), PERSON);
        table.keep(List.of(picture), UUID.randomUUID().toString());

        for (var process : List.of(table, new PictureTable(jdbc))) {
            assertThat(process.mediaTypeOf(picture.sha256())).hasValue("image/gif");
            assertThat(process.find(picture.sha256()).orElseThrow().bytes()).isEqualTo(picture.bytes());
        }
        assertThat(jdbc.sql("SELECT brought_by::text FROM picture WHERE sha256 = ?")
                        .param(HexFormat.of().parseHex(picture.sha256()))
                        .query(String.class)
                        .list())
                .containsExactly(PERSON);
    }

    @Test
    void sizes_are_added_and_what_is_not_there_has_none() throws Exception {
        var picture = picture(2);
        var other = picture(3);
        table.keep(List.of(picture, other), PERSON);

        assertThat(table.sizeOf(List.of(picture.sha256(), other.sha256(), "ab".repeat(32), "x")))
                .isEqualTo(2L * picture.bytes().length);
        assertThat(table.find("x")).isEmpty();
        assertThat(table.mediaTypeOf("Z".repeat(64))).isEmpty();
    }

    @Test
    void no_row_is_ever_changed_taken_away_or_stored_under_another_hash() throws Exception {
        table.keep(List.of(picture(4)), PERSON);
        for (var change : List.of("DELETE FROM picture", "UPDATE picture SET width = 2", "TRUNCATE picture")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("append-only");
        }
        var forged =
                new NewPicture("ab".repeat(32), picture(5).header(), picture(5).bytes());
        assertThatThrownBy(() -> table.keep(List.of(forged), PERSON)).hasMessageContaining("picture_check");
    }
}
