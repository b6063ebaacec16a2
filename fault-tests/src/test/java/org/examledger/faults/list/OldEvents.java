package org.examledger.faults.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.Json;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.service.Checkout;
import org.examledger.endtoend.service.Launch;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.planted.NextRelease;
import org.examledger.faults.stage.Stage;

/** An old release appends a fact of each name and revision that was ever approved, while this one and the next one run. */
public final class OldEvents implements Fault {
    private static final Path CONTRACTS = Checkout.root().resolve("shared-events/src/test/resources/contracts");
    private static final String SESSION = "5e55a000-1111-5222-8333-00000000000";
    private static final String FIRST_SESSION = SESSION + 1;

    /** It declares a loss of another log; here it would be a lie. */
    private static final String NOT_OF_THIS_LOG = "LogRestored";

    /** Every fact with those before it that it needs. */
    private static final Map<String, List<String>> STREAMS = Map.ofEntries(
            Map.entry(
                    "draft:d4a00000-1111-4222-8333-000000000001",
                    List.of("DraftStarted", "DraftRevised", "DraftLocked")),
            Map.entry("draft:d4a00000-1111-4222-8333-000000000002", List.of("DraftStarted", "DraftDiscarded")),
            Map.entry("draft:d4a00000-1111-4222-8333-000000000003", List.of("DraftStarted", "DraftExpired")),
            Map.entry(
                    "exam:e8a00000-1111-4222-8333-000000000002",
                    List.of(
                            "ExamLocked",
                            "ExamRescheduled",
                            "ExamTimeExtended",
                            "AnswerKeyCorrected",
                            "ReviewPolicyChanged",
                            "AccessTokenRenewed",
                            "ExamClosedEarly")),
            Map.entry(
                    "exam:e8a00000-1111-4222-8333-000000000003",
                    List.of("ExamLocked", "WorkersAssigned", "ExamCancelled")),
            Map.entry(
                    "session:" + FIRST_SESSION,
                    List.of(
                            "SessionAssigned",
                            "SessionRescheduled",
                            "SessionStarted",
                            "SessionResumed",
                            "AnswerSelected",
                            "AnswerSuperseded",
                            "PageChanged",
                            "HeartbeatReceived",
                            "TimeExtended",
                            "SessionFellSilent",
                            "SessionSubmitted",
                            "LateAnswerReceived",
                            "SessionReopened",
                            "LateAnswersAccepted",
                            "SessionReset")),
            Map.entry("session:" + SESSION + 2, List.of("SessionAssigned", "SessionStarted", "SessionAbandoned")),
            Map.entry("session:" + SESSION + 3, List.of("SessionAssigned", "SessionStarted", "ExamClosed")),
            Map.entry("session:" + SESSION + 4, List.of("SessionAssigned", "WorkerWithdrawn")),
            Map.entry("session:" + SESSION + 5, List.of("SessionAssigned", "SessionCancelled")),
            Map.entry("session:" + SESSION + 6, List.of("SessionAssigned", "SessionStarted", "SessionTimedOut")),
            Map.entry(
                    "pool:hive/beginner", List.of("PoolGenerationRequested", "PoolPublished", "PoolGenerationFailed")),
            Map.entry("person:9e450000-1111-4222-8333-000000000001", List.of("PersonErased")));

    private final TreeSet<String> appended = new TreeSet<>();

    @Override
    public int number() {
        return 15;
    }

    @Override
    public String title() {
        return "old events of every revision, old and new release together";
    }

    @Override
    public Optional<Stage> ownStage(long seed) {
        var next = Launch.with("--" + NextRelease.SETTING + "=true").plantedWith(NextRelease.CLASSES);
        return Optional.of(Stage.open(List.of(Launch.with(), next), seed));
    }

    @Override
    public void strike(Scene scene) {
        var postgres = scene.stage().postgres();
        new TreeMap<>(STREAMS)
                .forEach((stream, names) ->
                        names.forEach(name -> contracts(name).forEach(file -> {
                            ForeignRows.append(postgres, stream, name, revision(file), payload(file, stream));
                            appended.add(file.getFileName().toString());
                            scene.count("old events", 1);
                        })));
        scene.letThemClick(20);
    }

    /** Of each revision of a fact. */
    private static List<Path> contracts(String name) {
        try (var files = Files.list(CONTRACTS)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int revision(Path contract) {
        return Integer.parseInt(contract.getFileName().toString().split("\\.", -1)[1]);
    }

    /** As it was approved, for the stream it goes to; on one line, as facts are written. */
    private static String payload(Path contract, String stream) {
        try {
            var written = Json.MAPPER.readTree(Files.readString(contract)).toString();
            return stream.startsWith("session:")
                    ? written.replace(FIRST_SESSION, stream.substring("session:".length()))
                    : written;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void afterwards(Scene scene) {
        scene.await(() -> scene.stage().quiesces(Duration.ofSeconds(30)), "an old event stops a read model");
        for (var member : scene.stage().members()) {
            var history = member.client()
                    .sendAs("auditor", Call.get(Paths.events(FIRST_SESSION)))
                    .successful()
                    .json();
            var rows = scene.stage().log().ofSession(FIRST_SESSION);
            scene.promise(
                    history.size() == rows.size(), "an auditor is shown " + history.size() + " of " + rows.size());
            for (var index = 0; index < Math.min(history.size(), rows.size()); index++) {
                var row = rows.get(index);
                scene.promise(
                        history.get(index).path("payload").equals(row.fields()), "an auditor is shown another " + row);
            }
        }
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        try (var files = Files.list(CONTRACTS)) {
            var missing = files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.startsWith(NOT_OF_THIS_LOG) && !appended.contains(file))
                    .sorted()
                    .toList();
            return List.of(new Evidence(
                    missing.isEmpty(), appended.size() + " names and revisions were appended, missing are " + missing));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
