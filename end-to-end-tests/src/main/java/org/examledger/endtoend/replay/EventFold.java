package org.examledger.endtoend.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.examledger.endtoend.client.AuditedEvent;
import tools.jackson.databind.JsonNode;

/** What the facts of one session come to by R1: the highest (epoch, client sequence) wins. */
public final class EventFold {
    /** How the client identified a command. */
    public record Key(long epoch, long clientSeq) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparingLong(Key::epoch).thenComparingLong(Key::clientSeq);

        public static Key of(AuditedEvent event) {
            return new Key(
                    event.payload().path("epoch").asLong(-1),
                    event.payload().path("clientSeq").asLong(-1));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Key, List<AuditedEvent>> clicks = new TreeMap<>();
    private final Map<Integer, AuditedEvent> winners = new TreeMap<>();
    private final Map<String, Integer> types = new HashMap<>();
    private Optional<AuditedEvent> newestClick = Optional.empty();

    public static EventFold of(List<AuditedEvent> events) {
        var fold = new EventFold();
        events.forEach(fold::apply);
        return fold;
    }

    private void apply(AuditedEvent event) {
        types.merge(event.type(), 1, Integer::sum);
        switch (event.type()) {
            case "AnswerSelected" -> {
                clicked(event);
                winners.merge(event.payload().path("questionId").asInt(-1), event, EventFold::newer);
            }
            case "AnswerSuperseded", "PageChanged" -> clicked(event);
            default -> {
                // Neither an answer nor a page.
            }
        }
    }

    private void clicked(AuditedEvent event) {
        clicks.computeIfAbsent(Key.of(event), key -> new ArrayList<>()).add(event);
        newestClick =
                Optional.of(newestClick.map(before -> newer(before, event)).orElse(event));
    }

    private static AuditedEvent newer(AuditedEvent one, AuditedEvent other) {
        return Key.of(one).compareTo(Key.of(other)) >= 0 ? one : other;
    }

    /** Every stored answer and page change by what the client called it. */
    public Map<Key, List<AuditedEvent>> clicks() {
        return clicks;
    }

    /** Chosen options of each question that has any. */
    public Map<Integer, List<Integer>> answers() {
        var answers = new TreeMap<Integer, List<Integer>>();
        winners.forEach((question, event) -> {
            var options = options(event);
            if (!options.isEmpty()) {
                answers.put(question, options);
            }
        });
        return answers;
    }

    public int pageIndex() {
        return newestClick
                .map(event -> event.payload().path("pageIndex").asInt(-1))
                .orElse(0);
    }

    public int count(String type) {
        return types.getOrDefault(type, 0);
    }

    public static List<Integer> options(AuditedEvent event) {
        return event.payload()
                .path("optionIds")
                .valueStream()
                .map(JsonNode::asInt)
                .sorted()
                .toList();
    }
}
