package org.examledger.service.demo;

import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Gives the demo users an exam to take, through the same API that everybody uses.
 *
 * <p>Each start of a process that takes commands sends the same two; their ids make that safe, and show it.
 */
@Component
@ConditionalOnExpression("'${exam.sign-in}' == 'demo' and '${exam.role:all}' != 'query' and ${exam.demo.exam:true}")
class DemoExam {
    private static final Logger LOG = LoggerFactory.getLogger(DemoExam.class);
    private static final String KEY = "Idempotency-Key";
    private static final UUID DRAFTED = UUID.fromString("00000000-0000-4000-8000-00000000d001");
    private static final UUID LOCKED = UUID.fromString("00000000-0000-4000-8000-00000000d002");

    record Token(String accessToken) {}

    record Draft(UUID draftId) {}

    @EventListener
    void prepare(ApplicationReadyEvent ready) {
        var context = ready.getApplicationContext();
        var server = context instanceof WebServerApplicationContext web ? web.getWebServer() : null;
        if (server != null) {
            Thread.ofPlatform().name("demo-exam").daemon().start(() -> prepare(server.getPort()));
        }
    }

    private static void prepare(int port) {
        try {
            var api = RestClient.create("http://127.0.0.1:" + port + "/api/v1");
            var hc = api.mutate()
                    .defaultHeaders(headers -> headers.setBearerAuth(signIn(api)))
                    .build();
            var draft = hc.post()
                    .uri("/drafts")
                    .header(KEY, DRAFTED.toString())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new ClassPathResource("demo-exam.json"))
                    .retrieve()
                    .requiredBody(Draft.class);
            hc.post()
                    .uri("/drafts/{id}/lock", draft.draftId())
                    .header(KEY, LOCKED.toString())
                    .retrieve()
                    .toBodilessEntity();
            LOG.info("The demo exam is {}; worker-1 to worker-10 may take it", draft.draftId());
        } catch (RestClientException failed) {
            LOG.warn("The demo exam could not be prepared: {}", failed.getMessage());
        }
    }

    private static String signIn(RestClient api) {
        return api.post()
                .uri("/demo/token")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("username", "hc", "password", "demo"))
                .retrieve()
                .requiredBody(Token.class)
                .accessToken();
    }
}
