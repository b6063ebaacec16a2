package org.examledger.benchmarks.systems;

import java.util.Arrays;
import java.util.Optional;

/** What is compared. */
public enum Kind {
    OURS("ours", "log_event"),
    /** Without read models in the same process: shows what they take from the other. */
    OURS_COMMAND("ours-command", "log_event"),
    CRUD("crud", "responses"),
    STOCK_JPA("stock-jpa", "domain_event_entry"),
    STOCK_JDBC("stock-jdbc", "domainevententry"),
    NOOP("noop", "");

    private final String word;
    private final String table;

    Kind(String word, String table) {
        this.word = word;
        this.table = table;
    }

    public String word() {
        return word;
    }

    /** Where answers are kept. */
    String table() {
        return table;
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findAny();
    }
}
