package org.examledger.service.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Describes the bodies that controllers take as JSON trees. They do so because absent and null mean different things
 * there, which no record can tell apart, and so no description can be read off their types.
 */
@Component
class BodiesReadByHand implements OpenApiCustomizer {
    /** A save of a draft: what is there is changed, what is null is cleared, what is absent is left alone. */
    record DraftSave(
            @Nullable String title,
            @Nullable String category,
            @Nullable String opensAt,
            @Nullable String zone,
            @Nullable String windowEndsAt,
            @Nullable Integer durationMinutes,
            @Nullable Integer graceSeconds,
            @Nullable Integer passPercentage,
            @Nullable Integer questionsPerPage,
            @Nullable TimerPolicy timerPolicy,
            @Nullable Boolean silentMayResume,
            @Nullable Boolean reviewAfterEnd,
            @Nullable String accessToken,
            @Nullable List<DraftSaveWorker> workers,
            @Nullable List<DraftSaveQuestion> questions,
            @Nullable List<DraftSavePackage> packages,
            @Nullable String device,
            @Nullable Integer basedOn,
            @Nullable Boolean overwrite) {}

    enum TimerPolicy {
        WALL_CLOCK,
        ACTIVE_TIME
    }

    record DraftSaveWorker(
            String workerId,
            @Nullable String name,
            @Nullable Integer extraMinutes) {}

    record DraftSavePackage(@Nullable String name, @Nullable List<DraftSaveQuestion> questions) {}

    /** A question, of which only the id must be there; or nothing but the pool from which questions are drawn. */
    record DraftSaveQuestion(
            @Nullable Integer id,
            @Nullable String text,
            @Nullable List<QuestionOption> options,
            @Nullable List<Integer> correct,
            @Nullable Boolean multiple,
            @Nullable Integer points,
            @Nullable List<QuestionPicture> pictures,
            @Nullable PlaceForPool pool) {}

    record PlaceForPool(
            @Nullable String technology,
            @Nullable String level,
            @Nullable Integer count) {}

    /** All questions of a pool, each complete. */
    record PoolQuestionsBody(List<PoolQuestion> questions) {}

    record PoolQuestion(
            int id,
            String text,
            List<QuestionOption> options,
            List<Integer> correct,
            @Nullable Boolean multiple,
            int points,
            @Nullable List<QuestionPicture> pictures) {}

    record QuestionOption(
            int id, @Nullable String text, @Nullable List<QuestionPicture> pictures) {}

    /** A picture that was sent before; what it is need not be said. */
    record QuestionPicture(
            String sha256,
            @Nullable String mediaType,
            @Nullable String description) {}

    @Override
    public void customise(OpenAPI api) {
        describe(api, "/api/v1/drafts", DraftSave.class);
        describe(api, "/api/v1/drafts/{draftId}", DraftSave.class);
        describe(api, "/api/v1/question-pools/{technology}/{level}", PoolQuestionsBody.class);
        describeFile(api, "/api/v1/question-imports");
        describePicture(api, "/api/v1/attachments");
    }

    private static void describePicture(OpenAPI api, String path) {
        var item = api.getPaths() == null ? null : api.getPaths().get(path);
        if (item != null) {
            var content =
                    new Content().addMediaType("application/octet-stream", new MediaType().schema(new BinarySchema()));
            item.getPost().setRequestBody(new RequestBody().required(true).content(content));
        }
    }

    /** A file comes as the body itself, or as the part {@code file} of a form. */
    private static void describeFile(OpenAPI api, String path) {
        var item = api.getPaths() == null ? null : api.getPaths().get(path);
        if (item == null) {
            return;
        }
        var form = new ObjectSchema().addProperty("file", new BinarySchema()).required(List.of("file"));
        var content = new Content()
                .addMediaType("application/octet-stream", new MediaType().schema(new BinarySchema()))
                .addMediaType("multipart/form-data", new MediaType().schema(form));
        item.getPost().setRequestBody(new RequestBody().required(true).content(content));
    }

    private static void describe(OpenAPI api, String path, Class<?> body) {
        var item = api.getPaths() == null ? null : api.getPaths().get(path);
        if (item == null) {
            return; // a process that only answers queries
        }
        ModelConverters.getInstance(true).readAll(body).forEach(api.getComponents()::addSchemas);
        var reference = new Schema<>().$ref("#/components/schemas/" + body.getSimpleName());
        item.readOperations().stream()
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .map(RequestBody::getContent)
                .forEach(content -> content.values().forEach(type -> type.setSchema(reference)));
    }
}
