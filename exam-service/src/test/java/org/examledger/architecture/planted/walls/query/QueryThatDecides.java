package org.examledger.architecture.planted.walls.query;

import org.examledger.architecture.planted.walls.command.CommandThatReadsModels;
import org.jspecify.annotations.Nullable;

/** Planted: a read model sends commands. */
public final class QueryThatDecides {
    @Nullable
    CommandThatReadsModels commands;
}
