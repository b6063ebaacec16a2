package org.examledger.command.pool;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.examledger.command.http.Checked;
import org.examledger.command.picture.PictureShelf;
import org.examledger.events.exam.ExamQuestion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions from a service: {@code GET <url>/<technology>/<level>} answers {@code {"questions":[…]}}.
 *
 * <p>It is somebody else's: it gets a time limit for everything together, an answer is read up to a size only, and
 * nothing follows a redirect to where the operator has not pointed.
 */
final class HttpQuestions implements QuestionSource {
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final URI url;
    private final Duration patience;
    private final JsonMapper json;
    private final PictureShelf shelf;
    private final HttpClient http;

    /** @param patience until the whole answer is there; shorter than a generation is waited for */
    HttpQuestions(URI url, Duration patience, JsonMapper json, PictureShelf shelf) {
        this.url = url;
        this.patience = patience;
        this.json = json;
        this.shelf = shelf;
        http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public List<ExamQuestion> questionsOf(PoolTitle pool) throws NoQuestionsException {
        var bytes = withinPatience(pool);
        try {
            var checked = new Checked();
            var questions = PoolQuestions.read(json.readTree(bytes).get("questions"), json, shelf, checked);
            if (!checked.wrong().isEmpty()) {
                var first = checked.wrong().getFirst();
                throw new NoQuestionsException("The source's " + first.field() + " " + first.message() + ".");
            }
            return questions;
        } catch (JacksonException unreadable) {
            throw new NoQuestionsException("The source's answer is no JSON.", unreadable);
        }
    }

    /** A body that trickles in is as late as one that does not come, so the limit is around all of it. */
    private byte[] withinPatience(PoolTitle pool) throws NoQuestionsException {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return threads.submit(() -> fetch(pool)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new NoQuestionsException("The source did not answer in time.", late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof NoQuestionsException reason
                    ? reason
                    : new NoQuestionsException("The source cannot be reached.", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoQuestionsException("The service was stopped meanwhile.", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    private byte[] fetch(PoolTitle pool) throws IOException, InterruptedException, NoQuestionsException {
        var request = HttpRequest.newBuilder(URI.create(
                        withoutSlash(url.toString()) + "/" + segment(pool.technology()) + "/" + segment(pool.level())))
                .timeout(patience)
                .header("Accept", "application/json")
                .build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            if (response.statusCode() != 200) {
                throw new NoQuestionsException("The source answered with status " + response.statusCode() + ".");
            }
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new NoQuestionsException("The source's answer is larger than " + MOST_BYTES + " bytes.");
            }
            return bytes;
        }
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
