package org.examledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    private static final String README = Documents.text(Sources.ROOT.resolve("README.md"));

    @Test
    void every_link_leads_to_a_file() {
        assertThat(Documents.all())
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> assertThat(Documents.brokenLinks(Documents.text(page), page.getParent()))
                        .as("%s", page)
                        .isEmpty());
    }

    @Test
    void a_broken_link_is_caught(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("there.md"));

        assertThat(Documents.brokenLinks(
                        "[a](there.md), [b](there.md#part), [c](https://example.org), [d](gone.md)", folder))
                .containsExactly("gone.md");
    }

    @Test
    void nothing_names_a_machine_or_a_registry() {
        assertThat(Documents.all())
                .allSatisfy(page -> assertThat(Documents.machineWords(Documents.text(page)))
                        .as("%s", page)
                        .isEmpty());
    }

    @Test
    void a_path_of_one_machine_and_the_host_of_a_registry_are_caught() {
        assertThat(Documents.machineWords("cd /home/ann/exam; curl https://nexus.example/x; ls ./work/x docs/home/x"))
                .containsExactly("/home/ann", "nexus");
    }

    @Test
    void the_readme_is_read_in_one_sitting() {
        assertThat(README.lines().count()).isLessThan(300);
    }

    @Test
    void the_readme_says_how_to_run_and_how_to_test() {
        assertThat(README).contains("mvn spring-boot:run", "mvn verify");
    }

    @Test
    void the_walk_is_a_script_that_a_shell_understands() throws IOException, InterruptedException {
        var walk = Documents.walk(README);
        assertThat(walk).hasSizeGreaterThan(20);

        var shell = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        try (var input = shell.outputWriter()) {
            input.write(String.join("\n", walk) + "\n");
        }
        var said = new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).as(said).isZero();
    }
}
