package org.examledger.query.exams;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.exam.ExamPackage;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.life.ExamContent;
import org.examledger.query.life.Exams;
import org.examledger.query.life.Sessions;
import org.examledger.query.picture.PackedPicture;
import org.examledger.query.questions.QuestionFiles;
import org.examledger.query.questions.WrittenQuestions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An exam's questions, with the key as it is now, as files for other tools. */
@RestController
@RequestMapping("/api/v1/exams/{examId}")
class ExamQuestionsController {
    private static final List<String> MODELS = List.of(Sessions.MODEL);

    private final Readings readings;
    private final Exams exams;
    private final QuestionFiles files;

    ExamQuestionsController(Readings readings, Exams exams, QuestionFiles files) {
        this.readings = readings;
        this.exams = exams;
        this.files = files;
    }

    @GetMapping(path = "/questions.qti.zip", produces = "application/zip")
    ResponseEntity<byte[]> qti(@PathVariable UUID examId, @RequestParam(required = false) @Nullable String atLeast) {
        var read = read(examId, atLeast);
        var content = read.value();
        var questions =
                content.questions().stream().map(WrittenQuestions::written).toList();
        var names = content.packages().stream().map(ExamPackage::name).toList();
        var remarks = names.isEmpty()
                ? List.<String>of()
                : List.of("Not in this file: the packages " + String.join(", ", names));
        return files.qti(new Reading<>(new WrittenQuestions(questions, remarks), read.position()));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Questions(
            @Nullable List<ExamQuestion> questions,
            @Nullable List<Package> packages,
            @Nullable List<PackedPicture> attachments) {}

    record Package(String name, List<ExamQuestion> questions) {}

    @GetMapping(path = "/questions.json", produces = "application/json")
    ResponseEntity<byte[]> json(@PathVariable UUID examId, @RequestParam(required = false) @Nullable String atLeast) {
        var read = read(examId, atLeast);
        var asWritten = read.value().questions().stream().map(WrittenQuestions::written);
        return files.json(
                asWritten.flatMap(DraftQuestion::allPictures),
                new Reading<>(pictures -> questions(read.value(), pictures), read.position()));
    }

    private static Questions questions(ExamContent content, @Nullable List<PackedPicture> pictures) {
        if (content.packages().isEmpty()) {
            return new Questions(content.questions(), null, pictures);
        }
        var byId = content.questions().stream().collect(Collectors.toMap(ExamQuestion::id, Function.identity()));
        var packages = content.packages().stream()
                .map(it -> new Package(
                        it.name(),
                        it.questionIds().stream()
                                .map(byId::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
        return new Questions(null, packages, pictures);
    }

    private Reading<ExamContent> read(UUID examId, @Nullable String atLeast) {
        return readings.read(
                MODELS,
                atLeast,
                () -> exams.find(examId).orElseThrow(QueryProblem::notFound).content());
    }
}
