package org.examledger.faults.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.examledger.faults.record.Kind;
import org.examledger.faults.record.Operation;

/** All that a judge goes by. */
public final class Findings {
    private final List<Operation> operations;
    private final LogDump log;
    private final ReadModels models;
    private final List<String> said;
    private final Set<String> sessions = new LinkedHashSet<>();
    private final Map<String, List<Operation>> commands = new LinkedHashMap<>();
    private final Map<String, List<LogRow>> rowsByCommand = new HashMap<>();
    private final Map<String, TreeMap<Long, Long>> acknowledged = new HashMap<>();

    /**
     * @param operations of the load client's own record
     * @param said what the service's own walk over the log found wrong; nothing when it called the log intact
     */
    public Findings(List<Operation> operations, LogDump log, ReadModels models, List<String> said) {
        this.operations = List.copyOf(operations);
        this.log = log;
        this.models = models;
        this.said = List.copyOf(said);
        for (var operation : operations) {
            sessions.add(operation.session());
            if (operation.kind().isCommand()) {
                commands.computeIfAbsent(operation.commandId(), any -> new ArrayList<>())
                        .add(operation);
            }
        }
        for (var session : sessions) {
            for (var row : log.ofSession(session)) {
                rowsByCommand
                        .computeIfAbsent(row.commandId(), any -> new ArrayList<>())
                        .add(row);
            }
        }
        operations.stream()
                .filter(it -> it.isOk() && it.kind().isCommand())
                .sorted(Comparator.comparingLong(it -> it.completion().at()))
                .forEach(this::acknowledged);
    }

    private void acknowledged(Operation operation) {
        var soFar = acknowledged.computeIfAbsent(operation.session(), any -> new TreeMap<>());
        var highest = soFar.isEmpty() ? -1 : soFar.lastEntry().getValue();
        soFar.put(
                operation.completion().at(),
                Math.max(highest, operation.completion().sequence()));
    }

    List<Operation> operations() {
        return operations;
    }

    LogDump log() {
        return log;
    }

    ReadModels models() {
        return models;
    }

    List<String> said() {
        return said;
    }

    Set<String> sessions() {
        return sessions;
    }

    /** Attempts at each command, by command id. */
    Map<String, List<Operation>> commands() {
        return commands;
    }

    List<Operation> of(Kind kind) {
        return operations.stream().filter(it -> it.kind() == kind).toList();
    }

    /** Rows of the recorded sessions that name this command. */
    List<LogRow> rowsOf(String commandId) {
        return commandId.isEmpty() ? List.of() : rowsByCommand.getOrDefault(commandId, List.of());
    }

    /** Sequence of the newest row of the session that anybody had been told of before this was asked; -1 = of none. */
    long acknowledgedBefore(Operation later) {
        var soFar = acknowledged.getOrDefault(later.session(), new TreeMap<>());
        var last = soFar.lowerEntry(later.invocation().at());
        return last == null ? -1 : last.getValue();
    }
}
