package org.examledger.endtoend.replay;

import java.net.URI;
import java.nio.file.Path;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.examlog.ExamLogs;
import org.examledger.endtoend.service.ServiceProcess;

/** Replays the real exam against a service and exits with 1 when anything differs from its log. */
public final class RealExamReplay {
    private RealExamReplay() {}

    public static void main(String... arguments) {
        try {
            System.exit(run(ReplayOptions.parse(arguments)) ? 0 : 1);
        } catch (IllegalArgumentException misspelt) {
            System.err.println(misspelt.getMessage());
            System.exit(2);
        }
    }

    private static boolean run(ReplayOptions options) {
        if (options.baseUrl().isPresent()) {
            return replay(options.baseUrl().get(), options);
        }
        var workDirectory = Path.of(System.getProperty("java.io.tmpdir"), "real-exam-replay");
        try (var service = ServiceProcess.start(workDirectory)) {
            System.out.println("Started a service of its own at " + service.baseUrl() + ", output " + service.output());
            return replay(service.baseUrl(), options);
        }
    }

    private static boolean replay(URI baseUrl, ReplayOptions options) {
        var log = ExamLogs.realOrGenerated(options.seed());
        System.out.println("Replaying " + log.name() + " with seed " + options.seed() + " against " + baseUrl);
        try (var client = new LedgerClient(baseUrl)) {
            var replayed = new Replay(client, log, options).run();
            System.out.print(replayed.tally()
                    .summary(replayed.sittings().size(), replayed.took(), client.unknownOutcomes(), client.putOff()));
            var verdict = ReplayVerdict.of(client, replayed);
            System.out.print(verdict);
            return verdict.holds();
        }
    }
}
