package org.examledger.command.pool;

import org.examledger.command.handling.Commands;
import org.examledger.command.handling.Reply;
import org.examledger.command.pool.PoolReceipt.Outcome;
import org.examledger.events.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Publishes the pools of all files when the service starts; what is there already with the same content stays as it is. */
final class PoolsAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(PoolsAtStart.class);

    private final PoolFiles files;
    private final Commands commands;

    PoolsAtStart(PoolFiles files, Commands commands) {
        this.files = files;
        this.commands = commands;
    }

    /** In the background: a folder on a slow disk must not keep the service from being ready. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        // Not a virtual one: reading a resource holds the jar's lock, and while requests load their first classes there
        // may
        // be nobody left to carry it, so that both would wait for ever.
        Thread.ofPlatform().daemon().name("pools-at-start").start(this::publish);
    }

    /** @return how many pools changed */
    int publish() {
        var published = 0;
        for (var pool : files.all().values()) {
            try {
                Reply<PoolReceipt> reply =
                        commands.send(new PublishPool(pool.title(), pool.questions(), null, null), Actor.SYSTEM);
                if (reply.answer().outcome() == Outcome.PUBLISHED) {
                    published++;
                }
            } catch (RuntimeException failed) {
                LOG.warn("{} could not be published", pool.title(), failed);
            }
        }
        if (published > 0) {
            LOG.info("{} question pools were published from files", published);
        }
        return published;
    }
}
