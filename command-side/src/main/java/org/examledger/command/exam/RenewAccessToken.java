package org.examledger.command.exam;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replace the word that has to be known for the first start (R16).
 *
 * @param salt random, made for this command
 */
record RenewAccessToken(
        UUID examId, SecretWord word, byte[] salt, @Nullable UUID commandId) implements ExamCommand {}
