package org.examledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerErrorTest {
    @TempDir
    private Path folder;

    @Test
    void an_error_is_an_alarm_until_the_log_could_be_signed_again() {
        var broken = new AtomicBoolean(true);
        try (var world = ProvenWorld.empty(folder)) {
            world.turn(0, 1);
            var log = (ProvenLog) Proxy.newProxyInstance(
                    ProvenLog.class.getClassLoader(), new Class<?>[] {ProvenLog.class}, (self, method, arguments) -> {
                        if (method.getName().equals("sealsAfter") && broken.get()) {
                            throw new NoClassDefFoundError("planted");
                        }
                        try {
                            return method.invoke(world.rows, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
            var signer = new Signer(
                    log,
                    world.tree,
                    world.table,
                    world.file,
                    world.keys,
                    new Restores(log),
                    world.settings,
                    world.status,
                    Clock.systemUTC(),
                    world.database);
            signer.start();
            try {
                await().until(() -> world.status.alarm().isPresent());
                assertThat(world.status.alarm().orElseThrow()).contains("planted");
                broken.set(false);
                await().until(() ->
                        world.status.alarm().isEmpty() && world.table.newest().isPresent());
            } finally {
                signer.stop();
            }
        }
    }
}
