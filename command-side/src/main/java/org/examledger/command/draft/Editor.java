package org.examledger.command.draft;

import org.jspecify.annotations.Nullable;

/**
 * Who saves, and where.
 *
 * @param person opaque person id
 */
record Editor(String person, @Nullable String device) {}
