package org.examledger.query.results;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.examledger.query.responses.ExamScores;
import org.examledger.query.responses.ScoresOfExam;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The results of an exam as files for other tools: all sessions, as they were at one position of the log. */
@RestController
@RequestMapping("/api/v1/exams/{examId}")
class ResultFilesController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");

    private final ExamScores scores;
    private final SessionResults results;

    ResultFilesController(ExamScores scores, SessionResults results) {
        this.scores = scores;
        this.results = results;
    }

    @GetMapping(path = "/results.csv", produces = "text/csv")
    ResponseEntity<Resource> csv(@PathVariable UUID examId, @RequestParam(required = false) @Nullable String atLeast) {
        return file(read(examId, atLeast, CsvFile::new), CSV, "results-" + examId + ".csv");
    }

    @GetMapping(path = "/results.xlsx", produces = XLSX)
    ResponseEntity<Resource> xlsx(@PathVariable UUID examId, @RequestParam(required = false) @Nullable String atLeast) {
        var read = read(examId, atLeast, out -> new XlsxFile(out, "results"));
        return file(read, MediaType.parseMediaType(XLSX), "results-" + examId + ".xlsx");
    }

    /** Begins a file. */
    private interface Format {
        TableFile begin(OutputStream out) throws IOException;
    }

    private Reading<Spool> read(UUID examId, @Nullable String atLeast, Format format) {
        return scores.read(examId, atLeast, all -> {
            try {
                return Spool.of(out -> write(all, format, out));
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        });
    }

    private void write(ScoresOfExam all, Format format, OutputStream out) throws IOException {
        try (var file = format.begin(out)) {
            file.row(ResultRow.HEADER);
            all.forEachPiece(sessions -> {
                for (var result : results.of(sessions)) {
                    try {
                        file.row(ResultRow.of(result));
                    } catch (IOException full) {
                        throw new UncheckedIOException(full);
                    }
                }
            });
        }
    }

    private static ResponseEntity<Resource> file(Reading<Spool> read, MediaType type, String name) {
        var disposition = ContentDisposition.attachment().filename(name).build();
        try {
            var spool = read.value();
            return ResponseEntity.ok()
                    .header(Replies.READ_POSITION, Long.toString(read.position()))
                    .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                    .cacheControl(CacheControl.noStore())
                    .contentType(type)
                    .contentLength(spool.size())
                    .body(new InputStreamResource(spool.read()));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
