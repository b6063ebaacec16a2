package org.examledger.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Source files of all modules, for rules that have to see the tests of modules too. */
final class Sources {
    /** The repository, as seen from this module. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final Path PLANTED = ROOT.resolve("exam-service/src/test/java/org/examledger/architecture/planted");

    private static final Pattern MOCKING =
            Pattern.compile("^import (static )?[\\w.]*(mockito|easymock|jmockit|MockBean)", Pattern.MULTILINE);

    private Sources() {}

    /** Java files of all modules that import a mocking library, but for the planted ones. */
    static List<Path> thatMock() {
        try (var modules = Files.list(ROOT)) {
            return modules.map(it -> it.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(it -> thatMock(it).stream())
                    .filter(it -> !it.startsWith(PLANTED))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Java files under a folder that import a mocking library. */
    static List<Path> thatMock(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> MOCKING.matcher(text(it)).find())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
