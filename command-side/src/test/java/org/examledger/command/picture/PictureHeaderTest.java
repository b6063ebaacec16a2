package org.examledger.command.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.examledger.command.picture.PictureHeader.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

class PictureHeaderTest {
    private static byte[] drawn(Kind kind, int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            assertThat(ImageIO.write(picture, kind.name(), bytes)).isTrue();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBP")
    void what_a_tool_drew_is_known_by_its_bytes(Kind kind) {
        assertThat(PictureHeader.of(drawn(kind, 317, 41))).hasValue(new PictureHeader(kind, 317, 41));
    }

    @Test
    void the_three_ways_to_write_webp_are_known() {
        var lossy = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        var lossless = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
        var extended = new byte[30];
        System.arraycopy("RIFF....WEBPVP8X".getBytes(StandardCharsets.US_ASCII), 0, extended, 0, 16);
        extended[24] = 0x2A; // one less than the width
        extended[28] = 0x01;

        assertThat(PictureHeader.of(lossy)).hasValue(new PictureHeader(Kind.WEBP, 1, 1));
        assertThat(PictureHeader.of(lossless)).hasValue(new PictureHeader(Kind.WEBP, 1, 1));
        assertThat(PictureHeader.of(extended)).hasValue(new PictureHeader(Kind.WEBP, 43, 257));
    }

    @Test
    void what_is_no_picture_or_can_run_programs_is_none() {
        for (var other : new String[] {
            "",
            "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "BM......",
            "%PDF-1.7",
            "<html>",
            "GIF89",
            "RIFF....WEBP",
            "RIFF....AVI LIST"
        }) {
            assertThat(PictureHeader.of(other.getBytes(StandardCharsets.US_ASCII)))
                    .as(other)
                    .isEmpty();
        }
        assertThat(PictureHeader.of(Arrays.copyOf(drawn(Kind.PNG, 3, 3), 19))).isEmpty();
        assertThat(PictureHeader.of(Arrays.copyOf(drawn(Kind.JPEG, 3, 3), 30))).isEmpty();
    }

    @Test
    void a_small_file_that_unfolds_to_a_huge_one_is_refused_unopened() {
        var bomb = drawn(Kind.PNG, 3, 3);
        bomb[16] = 0x7F; // the width is now over two thousand million
        assertThatThrownBy(() -> NewPicture.of(bomb, PictureLimits.USUAL))
                .isInstanceOf(UnusablePicture.class)
                .hasMessageContaining("more than 25000000 pixels");
        var negative = drawn(Kind.PNG, 3, 3);
        negative[16] = (byte) 0x80;
        assertThat(PictureHeader.of(negative)).isEmpty();
    }

    @Test
    void bytes_and_pixels_are_limited_and_the_limit_itself_is_let_pass() throws UnusablePicture {
        var picture = drawn(Kind.GIF, 10, 7);
        var size = DataSize.ofBytes(picture.length);
        assertThat(NewPicture.of(picture, new PictureLimits(size, 70, size)).mediaType())
                .isEqualTo("image/gif");
        assertThatThrownBy(() -> NewPicture.of(picture, new PictureLimits(size, 69, size)))
                .hasMessageContaining("10 × 7");
        var less = DataSize.ofBytes(picture.length - 1);
        assertThatThrownBy(() -> NewPicture.of(picture, new PictureLimits(less, 70, size)))
                .hasMessageContaining("larger than");
    }

    @Test
    void bytes_in_disorder_end_in_an_answer() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var kind : new Kind[] {Kind.PNG, Kind.JPEG, Kind.GIF}) {
            var good = drawn(kind, 50, 60);
            for (var round = 0; round < 2_000; round++) {
                var odd = Arrays.copyOf(good, random.nextInt(good.length + 1));
                for (var change = 0; change < 5 && odd.length > 4; change++) {
                    odd[3 + random.nextInt(odd.length - 3)] = (byte) random.nextInt();
                }
                assertThat(PictureHeader.of(odd))
                        .as("seed %d", seed)
                        .satisfiesAnyOf(
                                it -> assertThat(it).isEmpty(),
                                it -> assertThat(it.orElseThrow().pixels()).isPositive());
            }
        }
    }
}
