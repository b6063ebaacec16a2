package org.examledger.service.limits;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much is under way in this process, and who may still come in. Every request has a thread of its own, so nothing else
 * bounds how many there are.
 *
 * <p>Saves go first: so many at once, and one more is told at once to come back. Polls have room of their own, wait a moment
 * for it, and give way altogether while many saves are under way, which is how a save that waits for the log shows.
 */
final class Traffic {
    /** What becomes of a request. */
    enum Turn {
        GRANTED,
        TOO_MANY_SAVES,
        POLLS_GIVE_WAY,
        NO_ROOM_FOR_POLLS
    }

    private final OverloadSettings settings;
    private final Semaphore saves;
    private final Semaphore polls;

    Traffic(OverloadSettings settings) {
        this.settings = settings;
        this.saves = new Semaphore(settings.saves());
        this.polls = new Semaphore(settings.polls(), true);
    }

    /** Lets a request in, or says why not; who was let in has to {@link #leave}. */
    Turn enter(Asked asked) {
        return switch (asked) {
            case SAVE -> saves.tryAcquire() ? Turn.GRANTED : Turn.TOO_MANY_SAVES;
            case POLL -> saves() > settings.pollsGiveWay() ? Turn.POLLS_GIVE_WAY : poll();
            case SIGN_IN, FREE -> Turn.GRANTED;
        };
    }

    private Turn poll() {
        try {
            return polls.tryAcquire(settings.patience().toNanos(), TimeUnit.NANOSECONDS)
                    ? Turn.GRANTED
                    : Turn.NO_ROOM_FOR_POLLS;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Turn.NO_ROOM_FOR_POLLS;
        }
    }

    void leave(Asked asked) {
        switch (asked) {
            case SAVE -> saves.release();
            case POLL -> polls.release();
            case SIGN_IN, FREE -> {}
        }
    }

    /** How many saves are under way. */
    int saves() {
        return settings.saves() - saves.availablePermits();
    }

    /** How many polls are under way; those that wait for their turn are not. */
    int polls() {
        return settings.polls() - polls.availablePermits();
    }
}
