package org.examledger.architecture.planted.walls.command;

import org.examledger.architecture.planted.walls.query.QueryThatDecides;

/** Planted: deciding reads a read model. */
public final class CommandThatReadsModels {
    final Class<?> model = QueryThatDecides.class;
    QueryThatDecides query = new QueryThatDecides();
}
