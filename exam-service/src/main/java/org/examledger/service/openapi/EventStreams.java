package org.examledger.service.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes answers that are sent event by event: their type in Java is what sends them, which is nobody's business. */
@Component
class EventStreams implements OpenApiCustomizer {
    private static final String MONITOR = "/api/v1/exams/{examId}/monitor/stream";

    @Override
    public void customise(OpenAPI api) {
        var item = api.getPaths() == null ? null : api.getPaths().get(MONITOR);
        var stream = item == null ? null : item.getGet();
        if (stream == null) {
            return;
        }
        var events = new StringSchema();
        events.setDescription(
                "Event `snapshot` with the JSON of the monitor, then `delta` with only the rows that changed"
                        + " and `removed`, the sessions that left the filter. `id` is the position.");
        stream.setResponses(new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("OK")
                                .content(new Content()
                                        .addMediaType("text/event-stream", new MediaType().schema(events)))));
        var components = api.getComponents();
        if (components != null && components.getSchemas() != null) {
            components.getSchemas().remove("ResponseBodyEmitter");
        }
    }
}
