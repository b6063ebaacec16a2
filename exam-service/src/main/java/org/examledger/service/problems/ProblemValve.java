package org.examledger.service.problems;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Answers requests so malformed that Tomcat refuses them before any filter runs; its own answer would be HTML. */
public class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(body(status));
            response.finishResponse();
        } catch (IOException | IllegalStateException clientGone) {
            container.getLogger().debug("The answer could not be written", clientGone);
        }
    }

    /** Built by hand from constants: nothing of the malformed request is repeated. */
    private static byte[] body(int status) {
        var problem = Problem.of(HttpStatusCode.valueOf(status), "The request cannot be understood.");
        var known = HttpStatus.resolve(status);
        return """
                {"type":"%s","title":"%s","status":%d,"detail":"%s","code":"%s"}""".formatted(
                        problem.getType(),
                        known == null ? "Refused" : known.getReasonPhrase(),
                        status,
                        problem.getDetail(),
                        Problem.codeOf(HttpStatusCode.valueOf(status)))
                .getBytes(StandardCharsets.UTF_8);
    }
}
