package org.examledger.command.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.examledger.command.picture.PictureShelf;
import org.examledger.events.rules.PoolName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PoolFilesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String QUESTION =
            "{\"id\":%d,\"text\":\"Why?\",\"points\":1,\"correct\":[1],\"options\":[{\"id\":1,\"text\":\"a\"},{\"id\":2,\"text\":\"b\"}]}";

    @TempDir
    private Path folder;

    private PoolFiles files() {
        return new PoolFiles(folder.toUri() + "*.json", JSON, PictureShelf.EMPTY);
    }

    private void file(String name, String technology, String level, String questions) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "{\"technology\":\"%s\",\"level\":\"%s\",\"questions\":[%s]}".formatted(technology, level, questions));
    }

    @Test
    void broken_files_keep_none_of_the_good_ones() throws Exception {
        file("a.json", "Hive", "beginner", QUESTION.formatted(1));
        Files.writeString(folder.resolve("b.json"), "{\"technology\":\"Hive\",");
        file("c.json", "Hive", "expert", "{\"id\":1}");
        file("d.json", "", "expert", QUESTION.formatted(1));
        file("e.json", "HIVE ", "Beginner", QUESTION.formatted(2));
        file("f.json", "Spark", "expert", QUESTION.formatted(3) + "," + QUESTION.formatted(4));
        Files.writeString(folder.resolve("g.json"), "[]");
        Files.writeString(folder.resolve("h.txt"), "notes");

        assertThat(files().all().keySet())
                .containsExactly(new PoolName("hive", "beginner"), new PoolName("spark", "expert"));
        assertThat(files().questionsOf(new PoolTitle("hive", "beginner")))
                .as("of two files with one pool the first counts")
                .extracting(it -> it.id())
                .containsExactly(1);
    }

    @Test
    void a_generation_finds_its_file_however_the_name_is_written() throws Exception {
        file("f.json", "Spark", "expert", QUESTION.formatted(3));

        assertThat(files().questionsOf(new PoolTitle("SPARK", " Expert")))
                .extracting(it -> it.id())
                .containsExactly(3);
        assertThatThrownBy(() -> files().questionsOf(new PoolTitle("Spark", "beginner")))
                .isInstanceOf(NoQuestionsException.class);
    }

    @Test
    void the_samples_are_complete() {
        assertThat(new PoolFiles("classpath:sample-pools/*.json", JSON, PictureShelf.EMPTY)
                        .all()
                        .keySet())
                .containsExactlyInAnyOrder(
                        new PoolName("sql", "beginner"),
                        new PoolName("sql", "expert"),
                        new PoolName("ladders", "beginner"));
    }

    @Test
    void a_folder_that_is_not_there_has_no_pools() {
        assertThat(new PoolFiles(folder.resolve("nowhere").toUri() + "/*.json", JSON, PictureShelf.EMPTY).all())
                .isEmpty();
    }
}
