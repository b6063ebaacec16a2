package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.service.Checkout;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An auditor takes an export home and checks it with a program that knows neither the service nor its database. */
@ExtendWith(SharedService.class)
class ProofIT {
    private static final String LOG = Paths.BASE + "/audit/log";

    @TempDir
    private Path folder;

    private final LedgerClient client;
    private TinyExam exam;
    private Path key;
    private long end;

    ProofIT(LedgerClient client) {
        this.client = client;
    }

    @BeforeEach
    void a_session_that_was_handed_in_and_signed() throws IOException {
        exam = TinyExam.locked(client, 2);
        var started = exam.start();
        var epoch = started.epoch();
        isProblem(exam.session().send(Call.get(receiptPath()).atLeast(started.position())), "not-ended");
        exam.session().answer(answer(epoch, 1, 11, 2)).successful();
        exam.session().answer(answer(epoch, 2, 12, 3)).successful();
        end = exam.session()
                .submit(new SubmitSession(epoch, 3L, 2L, List.of(), Map.of()))
                .as(Receipt.class)
                .position();
        await().atMost(Duration.ofSeconds(30)).until(() -> signedSize() >= end);
        key = folder.resolve("key.pem");
        Files.writeString(key, auditor(LOG + "/keys").get(0).get("pem").asString());
    }

    private String receiptPath() {
        return Paths.session(exam.session().sessionId(), "receipt");
    }

    private String sessionPath(String what) {
        return Paths.BASE + "/audit/sessions/" + exam.session().sessionId() + "/" + what;
    }

    private long signedSize() {
        var checkpoints = auditor(LOG + "/checkpoints?limit=1");
        return checkpoints.isEmpty() ? 0 : checkpoints.get(0).get("size").asLong();
    }

    private JsonNode auditor(String path) {
        return client.sendAs("auditor", Call.get(path)).successful().json();
    }

    private Path export(String path, String name) throws IOException {
        var reply = client.sendAs("auditor", Call.get(path).atLeast(end)).successful();
        assertThat(reply.header("Content-Type").orElse("")).startsWith("application/x-ndjson");
        return Files.write(folder.resolve(name), reply.body());
    }

    private record Said(int exitCode, String text) {}

    private Said verifier(Path... files) throws IOException, InterruptedException {
        var jars = Checkout.root().resolve("log-verifier/target");
        try (var found = Files.newDirectoryStream(jars, "log-verifier-*-runnable.jar")) {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    found.iterator().next().toString()));
            for (var file : files) {
                command.add(file.toString());
            }
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Said(process.exitValue(), text);
        }
    }

    @Test
    void an_export_and_a_receipt_are_checked_without_the_service() throws IOException, InterruptedException {
        var receipt = folder.resolve("receipt.json");
        var kept = exam.session().send(Call.get(receiptPath()).atLeast(end)).successful();
        Files.write(receipt, kept.body());
        assertThat(kept.json().get("position").asLong()).isEqualTo(end);
        isProblem(client.sendAs(exam.sessions().getLast().workerId(), Call.get(receiptPath())), "not-found");
        assertThat(auditor(sessionPath("receipt")).get("hash"))
                .isEqualTo(kept.json().get("hash"));

        var export = export(sessionPath("export?proof=true"), "session.ndjson");
        assertThat(verifier(export, key, receipt)).satisfies(said -> {
            assertThat(said.text())
                    .startsWith("intact: 5 events in 1 streams; 5 are proven")
                    .contains("receipt");
            assertThat(said.exitCode()).isZero();
        });

        var text = Files.readString(export);
        assertThat(text.lines().findFirst().orElseThrow()).contains("\"type\":\"org.examledger.checkpoint\"");
        var forged = folder.resolve("forged.ndjson");
        Files.writeString(forged, text.replace("\"optionIds\":[3]", "\"optionIds\":[4]"));
        assertThat(verifier(forged, key)).satisfies(said -> {
            assertThat(said.text())
                    .startsWith("broken at position " + (end - 1))
                    .contains("data is not");
            assertThat(said.exitCode()).isEqualTo(1);
        });
    }

    @Test
    void a_dispute_pack_holds_all_that_is_needed_to_check_a_score_without_the_service()
            throws IOException, InterruptedException {
        var reply =
                client.sendAs("auditor", Call.get(sessionPath("dispute-pack"))).successful();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(reply.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }

        assertThat(verifier(folder.resolve("events.ndjson"), key, folder.resolve("receipt.json")))
                .satisfies(said -> {
                    assertThat(said.text()).startsWith("intact: ").contains(" in 2 streams");
                    assertThat(said.exitCode()).isZero();
                });
        var score = read("score.json");
        assertThat(score.get("score").asInt()).isEqualTo(15);
        assertThat(score.get("computedFrom").get("position").asLong()).isEqualTo(end);
        assertThat(read("answer-key.json")
                        .get(0)
                        .get("questions")
                        .get(2)
                        .get("correct")
                        .toString())
                .isEqualTo("[1,4]");
        assertThat(read("papers.json")
                        .get(0)
                        .get("questions")
                        .get(1)
                        .get("text")
                        .asString())
                .isEqualTo("text of question 12");
        assertThat(Files.readString(folder.resolve("README.txt"))).contains("How to check it");
        for (var file : List.of("score.json", "papers.json", "timeline.json", "answer-key.json", "events.ndjson")) {
            assertThat(Files.readString(folder.resolve(file)))
                    .as(file)
                    .doesNotContain("Walker", exam.session().workerId());
        }
    }

    private JsonNode read(String file) throws IOException {
        return JsonMapper.shared().readTree(folder.resolve(file));
    }

    @Test
    void an_export_of_an_exam_holds_its_stream_and_all_its_sessions() throws IOException, InterruptedException {
        var path = Paths.BASE + "/audit/exams/" + exam.examId() + "/export";

        assertThat(verifier(export(path + "?proof=true", "exam.ndjson"), key)).satisfies(said -> {
            assertThat(said.text()).startsWith("intact: ").contains(" in 3 streams");
            assertThat(said.exitCode()).isZero();
        });
        assertThat(verifier(export(path, "plain.ndjson"), key).exitCode())
                .as("unproven")
                .isEqualTo(3);
    }

    @Test
    void rows_sizes_and_the_whole_log_are_proven_over_http() {
        var proof = auditor(sessionPath("proof"));
        assertThat(proof.get("rows").size() + proof.get("pending").size()).isEqualTo(5);
        assertThat(proof.get("checkpoint").get("note").asString()).contains("— exam-ledger ");

        var size = signedSize();
        var consistency = auditor(LOG + "/consistency?from=1&to=" + size);
        assertThat(consistency.get("to").get("size").asLong()).isEqualTo(size);
        isProblem(client.sendAs("auditor", Call.get(LOG + "/consistency?from=5&to=4")), "invalid-request");

        assertThat(client.sendAs("auditor", Call.post(LOG + "/verify")).status())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> auditor(LOG + "/verify")
                        .get("walk")
                        .get("state")
                        .asString()
                        .equals("done"));
        var verdict = auditor(LOG + "/verify");
        assertThat(verdict.get("verdict").asString()).as(verdict.toString()).isEqualTo("intact");
        assertThat(verdict.get("checkedTo").asLong()).isGreaterThanOrEqualTo(end);
    }

    @Test
    void only_an_admin_declares_a_loss_and_only_when_there_is_one() {
        var declare = Call.post(LOG + "/restored", Map.of("reason", "the disk failed"));

        isProblem(client.sendAs("auditor", declare), "forbidden");
        isProblem(client.sendAs("admin", Call.post(LOG + "/restored", Map.of())), "invalid-request");
        isProblem(client.sendAs("admin", declare), "nothing-lost");
    }
}
