package org.examledger.faults.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mistake that can be switched on in a running service, by a file. */
public enum Plant {
    /** Answers before the facts are stored. */
    ACK_BEFORE_COMMIT,
    /** Leaves the next selected answer out of a read model, once. */
    SKIP_ONE_EVENT,
    /** Believes the cached aggregate where nothing is appended. */
    STALE_NO_OP,
    /** Throws an {@link Error} before the next facts are stored, once. */
    ERROR_BEFORE_STORING,
    /** Throws an {@link Error} when the next facts have been stored, once. */
    ERROR_AFTER_STORING;

    /** The setting that names the folder of switches. */
    public static final String FOLDER = "planted.switches";

    private Path in(Path folder) {
        return folder.resolve(name());
    }

    public void switchOn(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!isOn(folder)) {
                Files.createFile(in(folder));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public boolean isOn(Path folder) {
        return Files.exists(in(folder));
    }

    /** Switches it off; true for the one who did. */
    public boolean switchOff(Path folder) {
        try {
            return Files.deleteIfExists(in(folder));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
