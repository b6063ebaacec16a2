package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Questions from elsewhere, over HTTP: tried, stored once, written out and read again. */
@ExtendWith(SharedService.class)
class QuestionImportIT {
    private static final String ROUTE = "/api/v1/question-imports";
    private static final String GIFT =
            "::One::Which?{=yes ~no}\n\n::Two::Say it{=yes}\n\n::Three::[html]<b>And</b>?{~%50%a ~%50%b ~c}";

    private final LedgerClient client;

    QuestionImportIT(LedgerClient client) {
        this.client = client;
    }

    @Test
    void a_dry_run_reports_and_stores_nothing() {
        var saved = hc(Call.post(Paths.DRAFTS, TinyExam.draft("Dry", 1))).successful();
        var draftId = saved.json().path("draftId").asString();
        var before = draft(draftId, saved);

        var report = hc(file(ROUTE + "?draftId=" + draftId, "text/plain", GIFT)).successful();

        var json = report.json();
        assertThat(json.path("format").asString()).isEqualTo("gift");
        assertThat(json.path("dryRun").asBoolean()).isTrue();
        assertThat(json.path("accepted").asInt()).isEqualTo(2);
        assertThat(json.path("skipped").asInt()).isEqualTo(1);
        assertThat(json.path("items").get(1).path("outcome").asString()).isEqualTo("skipped");
        assertThat(json.path("items").get(1).path("line").asInt()).isEqualTo(3);
        assertThat(json.path("items").get(1).path("reason").asString()).contains("short answer");
        assertThat(json.path("items").get(2).path("warnings").get(0).asString()).contains("<b>");
        assertThat(json.path("items").get(0).path("question").propertyNames())
                .containsExactlyInAnyOrder("id", "text", "options", "correct", "multiple", "points");
        assertThat(draft(draftId, saved)).isEqualTo(before);
    }

    @Test
    void an_import_is_stored_once_also_when_its_reply_was_lost() {
        var draftId = TinyExam.save(client, TinyExam.draft("Import", 1));
        var key = UUID.randomUUID();
        var call = file(ROUTE + "?dryRun=false&draftId=" + draftId, "text/plain; charset=UTF-8", GIFT)
                .withKey(key);

        var first = hc(call).successful();
        var again = hc(call).successful();

        var ids = first.json()
                .path("items")
                .valueStream()
                .filter(it -> it.has("question"))
                .map(it -> it.path("question").path("id").asInt())
                .toList();
        assertThat(again.json().path("items")).isEqualTo(first.json().path("items"));
        assertThat(again.json().path("position")).isEqualTo(first.json().path("position"));
        var draft = hc(Call.get(Paths.draft(draftId))
                        .atLeast(first.json().path("position").asLong()))
                .json();
        assertThat(draft.path("revision")).isEqualTo(first.json().path("revision"));
        assertThat(draft.path("questions")
                        .valueStream()
                        .map(it -> it.path("id").asInt())
                        .toList())
                .hasSize(5)
                .endsWith(ids.toArray(Integer[]::new));
        isProblem(
                hc(file(ROUTE + "?dryRun=false&draftId=" + draftId, "text/plain", GIFT + "\n\nMore?{=a ~b}")
                        .withKey(key)),
                "command-reused");
    }

    @Test
    void questions_written_out_come_back_as_they_were() {
        var saved = hc(Call.post(Paths.DRAFTS, TinyExam.draft("From", 1))).successful();
        var from = saved.json().path("draftId").asString();
        var source = draft(from, saved).path("questions");
        assertThat(source.size()).isEqualTo(3);
        var zip = hc(Call.get(Paths.draft(from) + "/questions.qti.zip")).successful();
        assertThat(zip.header("Content-Type")).hasValue("application/zip");
        assertThat(zip.header("ETag")).isPresent();

        for (var file : new byte[][] {
            zip.body(), hc(Call.get(Paths.draft(from) + "/questions.json")).body()
        }) {
            var to = hc(Call.post(Paths.DRAFTS, Map.of("title", "To")))
                    .json()
                    .path("draftId")
                    .asString();
            var stored = hc(file(ROUTE + "?dryRun=false&draftId=" + to, "application/octet-stream", file))
                    .successful();
            assertThat(stored.json().path("skipped").asInt()).as(stored.text()).isZero();
            var copy = hc(Call.get(Paths.draft(to))
                            .atLeast(stored.json().path("position").asLong()))
                    .json()
                    .path("questions");
            assertThat(copy.valueStream().map(it -> it.path("text")).toList())
                    .isEqualTo(source.valueStream().map(it -> it.path("text")).toList());
            assertThat(copy.valueStream().map(it -> it.path("correct")).toList())
                    .isEqualTo(
                            source.valueStream().map(it -> it.path("correct")).toList());
            assertThat(copy.valueStream().map(it -> it.path("points")).toList())
                    .isEqualTo(source.valueStream().map(it -> it.path("points")).toList());
        }
    }

    @Test
    void an_exam_writes_its_questions_out_too() {
        var draftId = TinyExam.save(client, TinyExam.draft("Locked", 1));
        var locked = hc(Call.post(Paths.lock(draftId))).successful();
        var position = locked.json().path("position").asLong();
        for (var name : new String[] {"questions.qti.zip", "questions.json"}) {
            var path = "/api/v1/exams/" + draftId + "/" + name;
            var written = hc(Call.get(path).atLeast(position)).successful();
            var read =
                    hc(file(ROUTE, "application/octet-stream", written.body())).successful();
            assertThat(read.json().path("accepted").asInt()).as(read.text()).isEqualTo(3);
            isProblem(client.sendAs("worker-1", Call.get(path)), "forbidden");
        }
    }

    @Test
    void a_form_with_a_file_is_read() {
        var form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"q.xml\"\r\n\r\n" + GIFT
                + "\r\n--b--\r\n";
        var report = hc(file(ROUTE, "multipart/form-data; boundary=b", form)).successful();
        assertThat(report.json().path("accepted").asInt()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_is_a_problem_and_stores_nothing() {
        var saved = hc(Call.post(Paths.DRAFTS, TinyExam.draft("Hostile", 1))).successful();
        var draftId = saved.json().path("draftId").asString();
        var store = ROUTE + "?dryRun=false&draftId=" + draftId;
        var xxe = "<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><quiz>&x;</quiz>";
        isProblem(hc(file(store, "text/xml", xxe)), "invalid-request");
        isProblem(hc(file(store, "text/plain", "no questions")), "invalid-request");
        isProblem(hc(file(ROUTE + "?format=word", "text/plain", GIFT)), "invalid-request");
        isProblem(hc(file(ROUTE + "?dryRun=false", "text/plain", GIFT)), "invalid-request");
        isProblem(hc(file(ROUTE + "?dryRun=false&draftId=" + UUID.randomUUID(), "text/plain", GIFT)), "not-found");
        isProblem(hc(file(store + "&package=A", "text/plain", GIFT)), "invalid-request");
        isProblem(hc(file(ROUTE, "application/x-www-form-urlencoded", GIFT)), "unsupported-media-type");
        isProblem(hc(file(ROUTE, "text/plain", new byte[(32 << 20) + 1])), "payload-too-large");
        assertThat(draft(draftId, saved).path("revision").asInt()).isEqualTo(1);
    }

    /** The draft as it is after a command. */
    private JsonNode draft(String draftId, Reply after) {
        var position = after.json().path("position").asLong();
        return hc(Call.get(Paths.draft(draftId)).atLeast(position)).successful().json();
    }

    private Reply hc(Call call) {
        return client.sendAs("hc", call);
    }

    private static Call file(String path, String type, String content) {
        return file(path, type, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Call file(String path, String type, byte[] content) {
        return new Call("POST", path, null, Map.of("Content-Type", type), content);
    }
}
