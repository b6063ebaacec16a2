package org.examledger.service.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RunningService
class DirectoryTest {
    @Autowired
    private Directory directory;

    @Autowired
    private Erasures erasures;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    /** As another process would see it: with nothing remembered. */
    private Directory another() {
        return new Directory(jdbc, transactions);
    }

    @Test
    void a_worker_keeps_his_opaque_id() {
        var person = directory.personOf("W-2001");
        assertThat(UUID.fromString(person)).isNotNull();
        assertThat(another().personOf("W-2001")).isEqualTo(person);
        assertThat(directory.personOf("W-2002")).isNotEqualTo(person);
    }

    @Test
    void many_who_ask_at_once_get_one_id() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Callable<String>>();
            for (var i = 0; i < 50; i++) {
                var process = another();
                asked.add(() -> process.personOf("W-3001"));
            }
            var answers = new HashSet<String>();
            for (var answer : threads.invokeAll(asked)) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(1);
        }
    }

    @Test
    void two_who_add_the_same_workers_in_other_orders_both_succeed() throws InterruptedException, ExecutionException {
        var forth = IntStream.range(0, 2_000).mapToObj(i -> "W-4-" + i).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = another();
            var second = another();
            var one = threads.submit(() -> first.personsOf(forth));
            var other = threads.submit(() -> second.personsOf(forth.reversed()));
            assertThat(one.get()).isEqualTo(other.get()).hasSize(2_000);
        }
    }

    @Test
    void ten_thousand_workers_take_seconds_at_most() {
        var workers = IntStream.range(0, 10_000).mapToObj(i -> "W-5-" + i).toList();
        var started = System.nanoTime();
        var persons = directory.personsOf(workers);
        directory.learnNames(Map.of("W-5-17", "Sari Wulandari"));
        assertThat(another().workerIdsOf(persons.values())).hasSize(10_000);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(directory.namesOf(persons.values()))
                .containsExactly(Map.entry(persons.get("W-5-17"), "Sari Wulandari"));
    }

    @Test
    void the_newest_name_counts() {
        directory.learnNames(Map.of("W-6001", "Budi"));
        var person = directory.personOf("W-6001");
        directory.learnNames(Map.of("W-6001", "Budi Santoso"));
        assertThat(directory.namesOf(List.of(person, "system", "nobody"))).isEqualTo(Map.of(person, "Budi Santoso"));
        assertThat(directory.workerIdsOf(List.of(person))).isEqualTo(Map.of(person, "W-6001"));
    }

    @Test
    void who_was_erased_is_known_to_no_process_any_more() {
        var process = another();
        var person = process.personOf("W-8001");
        erasures.erase("W-8001", UUID.fromString(person));

        assertThat(process.knownPersonOf("W-8001")).isEmpty();
        assertThat(process.personOf("W-8001"))
                .as("a new person")
                .isNotEqualTo(person)
                .isEqualTo(directory.personOf("W-8001"));
    }

    @Test
    void of_an_erased_entry_a_trace_stays_only_as_long_as_tokens_live() {
        erasures.erase("W-8002", UUID.fromString(directory.personOf("W-8002")));
        jdbc.sql("UPDATE erased_entry SET not_before = now() - interval '25 hours'")
                .update();
        erasures.erase("W-8003", UUID.fromString(directory.personOf("W-8003")));
        assertThat(erasures.isErased("W-8002")).isTrue();

        erasures.forgetTraces();

        assertThat(erasures.isErased("W-8002")).isFalse();
        assertThat(erasures.isErased("W-8003")).isTrue();
    }

    @Test
    void an_id_is_kept_when_the_command_that_asked_for_it_fails() {
        var person = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return directory.personOf("W-7001");
        });
        assertThat(another().personOf("W-7001")).isEqualTo(person);
    }
}
