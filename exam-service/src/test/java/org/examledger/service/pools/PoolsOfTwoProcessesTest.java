package org.examledger.service.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.examledger.service.Client;
import org.examledger.service.log.OnePostgres;
import org.examledger.store.LogReader;
import org.examledger.store.StoredEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** What happened in seed 002, with two processes over one log and a source of questions that takes its time. */
class PoolsOfTwoProcessesTest {
    private static final int AT_ONCE = 24;
    private static final String QUESTION = """
            {"id":%d,"text":"Why %d?","points":1,"correct":[1],
             "options":[{"id":1,"text":"a"},{"id":2,"text":"b"}]}""";

    private static final CountDownLatch RELEASE = new CountDownLatch(1);
    private static final AtomicInteger ASKED_FOR_HIVE = new AtomicInteger();

    private static HttpServer source;
    private static ConfigurableApplicationContext here;
    private static ConfigurableApplicationContext there;
    private static List<Client> clients;

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @BeforeAll
    static void start() throws IOException {
        source = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        source.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        source.createContext("/Hive/beginner", exchange -> {
            ASKED_FOR_HIVE.incrementAndGet();
            try (exchange) {
                RELEASE.await();
                var body = "{\"questions\":[%s]}"
                        .formatted(QUESTION.formatted(1, 1))
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        source.createContext("/Hive/expert", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(500, -1);
            }
        });
        source.start();
        var database = OnePostgres.freshDatabase();
        var settings = new String[] {
            "--exam.demo.exam=false",
            "--exam.pools.source-url=http://127.0.0.1:" + source.getAddress().getPort()
        };
        here = OnePostgres.service(database, Nothing.class, settings);
        there = OnePostgres.service(database, Nothing.class, settings);
        clients = List.of(hc(here), hc(there));
    }

    @AfterAll
    static void stop() {
        RELEASE.countDown();
        there.close();
        here.close();
        source.stop(0);
    }

    private static Client hc(ConfigurableApplicationContext service) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return Client.anonymous(port).as("hc");
    }

    private static <T> List<T> atOnce(Callable<T> here, Callable<T> there) throws Exception {
        var begin = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var number = 0; number < AT_ONCE; number++) {
                var move = number % 2 == 0 ? here : there;
                running.add(threads.submit(() -> {
                    begin.await();
                    return move.call();
                }));
            }
            begin.countDown();
            var results = new ArrayList<T>();
            for (var it : running) {
                results.add(it.get());
            }
            return results;
        }
    }

    private static List<StoredEvent> facts(String pool) {
        return here.getBean(LogReader.class).eventsOf("pool:" + pool, -1, 1_000);
    }

    private static JsonNode pool(String path) {
        return clients.getLast().get("/api/v1/question-pools/" + path).json();
    }

    @Test
    void however_many_ask_at_once_one_generation_answers_all_and_a_failing_level_keeps_no_other() throws Exception {
        var generate = "{\"levels\":[\"expert\",\"beginner\"]}";
        var replies = atOnce(
                () -> clients.getFirst().post("/api/v1/question-pools/Hive/generate", generate),
                () -> clients.getLast().post("/api/v1/question-pools/Hive/generate", generate));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(202));
        var ids = new HashSet<String>();
        var started = 0;
        for (var reply : replies) {
            var beginner = reply.json().get(1);
            assertThat(beginner.path("level").asString()).isEqualTo("beginner");
            ids.add(beginner.path("generationId").asString());
            started += beginner.path("outcome").asString().equals("started") ? 1 : 0;
        }
        assertThat(ids).hasSize(1);
        assertThat(started).isEqualTo(1);
        assertThat(facts("hive/beginner")).extracting(StoredEvent::name).containsExactly("PoolGenerationRequested");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> pool("hive/beginner").path("generating").asBoolean());

        RELEASE.countDown();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> pool("hive/beginner").path("revision").asInt() == 1);
        assertThat(ASKED_FOR_HIVE).hasValue(1);
        assertThat(facts("hive/beginner"))
                .extracting(StoredEvent::name)
                .containsExactly("PoolGenerationRequested", "PoolPublished");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> pool("hive/expert").path("failure").asString("").contains("500"));
        assertThat(facts("hive/expert")).extracting(StoredEvent::name).doesNotContain("PoolPublished");
    }

    @Test
    void publishing_at_once_replaces_and_never_fails() throws Exception {
        var number = new AtomicInteger();
        Callable<Client.Answer> here = () -> put(clients.getFirst(), number.incrementAndGet());
        Callable<Client.Answer> there = () -> put(clients.getLast(), number.incrementAndGet());

        var replies = atOnce(here, there);

        assertThat(replies)
                .allSatisfy(reply ->
                        assertThat(reply.status()).as(reply.json()::toString).isEqualTo(200));
        var revisions = replies.stream()
                .map(it -> it.json().path("revision").asInt())
                .sorted()
                .toList();
        assertThat(revisions)
                .hasSize(AT_ONCE)
                .doesNotHaveDuplicates()
                .startsWith(1)
                .endsWith(AT_ONCE);
        assertThat(facts("spark/beginner")).hasSize(AT_ONCE);
        assertThat(put(clients.getFirst(), 99).json().path("revision").asInt()).isEqualTo(AT_ONCE + 1);
        var again = put(clients.getLast(), 99).json();
        assertThat(again.path("outcome").asString()).isEqualTo("unchanged");
        assertThat(again.path("revision").asInt()).isEqualTo(AT_ONCE + 1);
    }

    private static Client.Answer put(Client client, int content) {
        return client.send(
                "PUT",
                "/api/v1/question-pools/Spark/Beginner",
                BodyPublishers.ofString("{\"questions\":[%s]}".formatted(QUESTION.formatted(content, content))));
    }
}
