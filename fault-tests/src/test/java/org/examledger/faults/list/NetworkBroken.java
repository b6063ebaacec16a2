package org.examledger.faults.list;

import java.time.Duration;
import java.util.List;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.wire.TcpProxy;
import org.examledger.faults.wire.Weather;

/** The lines between clients and a service, and between it and PostgreSQL, in each kind of bad weather. */
public final class NetworkBroken implements Fault {
    private static final Duration FAR = Duration.ofMillis(200);
    private static final double LOSS = 0.1;

    private long ended;
    private long vanished;
    private long troubled;

    @Override
    public int number() {
        return 6;
    }

    @Override
    public String title() {
        return "network cut, reset, one way, 200 ms, loss";
    }

    @Override
    public void strike(Scene scene) {
        for (var round = 0; round < scene.times(1, 2); round++) {
            for (var member : scene.stage().members().subList(0, scene.times(1, 2))) {
                worsen(scene, member.line());
                worsen(scene, member.toDatabase());
            }
        }
    }

    private void worsen(Scene scene, TcpProxy line) {
        var lasts = Duration.ofMillis(scene.times(700, 3_000));
        var before = List.of(line.ended(), line.vanished(), line.troubled());
        for (var weather : List.of(Weather.CUT, Weather.NO_REPLIES, Weather.NO_REQUESTS)) {
            line.weather(weather);
            Scene.lastFor(lasts);
            line.heal();
            scene.letThemClick(8);
        }
        line.reset();
        scene.letThemClick(8);
        line.weather(Weather.slow(FAR));
        scene.letThemClick(8);
        line.weather(Weather.lossy(LOSS));
        var troubledBefore = line.troubled();
        scene.await(() -> line.troubled() > troubledBefore, "nothing uses the line");
        scene.letThemClick(8);
        line.heal();
        scene.count("kinds of weather", 6);
        ended += line.ended() - before.get(0);
        vanished += line.vanished() - before.get(1);
        troubled += line.troubled() - before.get(2);
    }

    @Override
    public void heal(Scene scene) {
        scene.stage().members().forEach(member -> {
            member.line().heal();
            member.toDatabase().heal();
        });
    }

    @Override
    public List<Evidence> evidence(Scene scene) {
        return List.of(
                new Evidence(ended > 0, ended + " connections were ended"),
                new Evidence(vanished > 0, vanished + " bytes vanished"),
                new Evidence(troubled > 0, troubled + " pieces came late or never"),
                new Evidence(scene.teller().unknown() > 0, scene.teller().unknown() + " outcomes were unknown"));
    }
}
