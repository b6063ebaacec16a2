package org.examledger.query.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.examledger.events.exam.Picture;
import org.examledger.query.world.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;

@Timeout(60)
class PicturePackerTest {
    private static final String DOT = "d07".repeat(21) + "0";
    private static final byte[] WRITTEN = {1, 2, 3};

    private final TestPictures pictures = new TestPictures();
    private final PicturePacker packer = new PicturePacker(pictures, DataSize.ofBytes(8));

    private static Stream<Picture> dots() {
        return Stream.of(new Picture(DOT, "image/png", "one"), new Picture(DOT, "image/png", "two"));
    }

    @Test
    void files_with_pictures_are_written_one_after_the_other_and_those_without_at_once() throws Exception {
        pictures.keep(DOT, "image/png", new byte[8]);
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = others.submit(() -> packer.pack(dots(), packed -> {
                begun.countDown();
                await(end);
                return WRITTEN;
            }));
            begun.await();

            assertThatThrownBy(() -> packer.pack(dots(), packed -> WRITTEN))
                    .isInstanceOfSatisfying(ErrorResponseException.class, it -> {
                        assertThat(it.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                        assertThat(it.getHeaders().getFirst("Retry-After")).isEqualTo("1");
                    });
            assertThat(packer.pack(Stream.of(), packed -> new byte[packed.size()]))
                    .isEmpty();

            end.countDown();
            assertThat(first.get()).isEqualTo(WRITTEN);
        }
        assertThat(packer.pack(dots(), packed -> new byte[packed.size()])).hasSize(1);
    }

    @Test
    void a_file_that_cannot_be_written_gives_its_turn_back() {
        pictures.keep(DOT, "image/png", new byte[8]);
        assertThatThrownBy(() -> packer.pack(dots(), packed -> {
                    throw new IllegalStateException("odd");
                }))
                .hasMessage("odd");
        assertThat(packer.pack(dots(), packed -> packed.getFirst().base64())).hasSize(8);
    }

    @Test
    void more_than_an_import_would_read_is_refused() {
        pictures.keep(DOT, "image/png", new byte[9]);
        assertThatThrownBy(() -> packer.pack(dots(), packed -> WRITTEN))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        it -> assertThat(it.getStatusCode()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
