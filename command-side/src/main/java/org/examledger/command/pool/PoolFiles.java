package org.examledger.command.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.examledger.command.picture.PictureShelf;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.rules.PoolName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pools in files, one a file. A file that cannot be used is reported and keeps none of the others (seed 002).
 *
 * <p>Files are read anew each time somebody asks, so that whoever mends one needs no restart.
 */
final class PoolFiles implements QuestionSource {
    private static final Logger LOG = LoggerFactory.getLogger(PoolFiles.class);

    private final String pattern;
    private final JsonMapper json;
    private final PictureShelf shelf;

    /** @param pattern of Spring's resources, as in {@code file:/pools/*.json}; none at all when empty */
    PoolFiles(String pattern, JsonMapper json, PictureShelf shelf) {
        this.pattern = pattern;
        this.json = json;
        this.shelf = shelf;
    }

    /** Every pool that can be used, in the order of the files' names; of two files with one pool the first counts. */
    Map<PoolName, PoolFile> all() {
        var pools = new LinkedHashMap<PoolName, PoolFile>();
        for (var file : files()) {
            try {
                var pool = PoolFile.read(file, json, shelf);
                if (pools.putIfAbsent(pool.title().name(), pool) != null) {
                    LOG.warn("The pool file {} is left out: another file has the same pool", file);
                }
            } catch (NoQuestionsException unusable) {
                LOG.warn("The pool file {} is left out: {}", file, unusable.getMessage());
            }
        }
        return pools;
    }

    @Override
    public List<ExamQuestion> questionsOf(PoolTitle pool) throws NoQuestionsException {
        var found = all().get(pool.name());
        if (found == null) {
            throw new NoQuestionsException("No file has questions of this technology and level.");
        }
        return found.questions();
    }

    private List<Resource> files() {
        try {
            return pattern.isEmpty()
                    ? List.of()
                    : Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                            .sorted(Comparator.comparing(it -> String.valueOf(it.getFilename())))
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
