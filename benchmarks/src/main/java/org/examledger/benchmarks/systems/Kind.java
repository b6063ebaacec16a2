package org.examledger.benchmarks.systems;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is compared. */
public enum Kind {
    OURS("ours", "log_event", "log_stream", "log_type", "log_actor"),
    /** Without read models in the same process: shows what they take from the other. */
    OURS_COMMAND("ours-command", "log_event", "log_stream", "log_type", "log_actor"),
    CRUD("crud", "responses"),
    STOCK_JPA("stock-jpa", "domain_event_entry"),
    STOCK_JDBC("stock-jdbc", "domainevententry"),
    NOOP("noop");

    private final String word;
    private final List<String> tables;

    Kind(String word, String... tables) {
        this.word = word;
        this.tables = List.of(tables);
    }

    public String word() {
        return word;
    }

    /** Where answers are kept. */
    List<String> tables() {
        return tables;
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findAny();
    }
}
