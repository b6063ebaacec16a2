package org.examledger.endtoend.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.StreamSupport;

/** Where things lie, from wherever Maven or a shell was started. */
public final class Checkout {
    private Checkout() {}

    /** The nearest folder upwards that holds the modules. */
    public static Path root() {
        var here = Path.of("").toAbsolutePath();
        for (var folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("exam-service/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No checkout of Exam Ledger at or above " + here);
    }

    /** The newest runnable jar of the service. */
    public static Path serviceJar() {
        var target = root().resolve("exam-service/target");
        if (Files.isDirectory(target)) {
            try (var files = Files.newDirectoryStream(target, "exam-service-*.jar")) {
                var newest = StreamSupport.stream(files.spliterator(), false)
                        .filter(jar -> !jar.toString().matches(".*-(sources|javadoc|tests|plain)\\.jar"))
                        .max(Comparator.comparing(jar -> jar.toFile().lastModified()));
                if (newest.isPresent()) {
                    return newest.get();
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        throw new IllegalStateException(
                "No runnable service in " + target + "; build it: mvn package -pl exam-service -am -DskipTests");
    }
}
