package org.examledger.command.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.examledger.command.question.QuestionBody;
import org.jspecify.annotations.Nullable;

/**
 * A single or multiple choice question as a file tells it.
 *
 * @param correct numbers of the right options, 1 for the first
 * @param points what it is worth; absent in the file = 1
 */
record Choice(RichText text, List<RichText> options, Collection<Integer> correct, boolean multiple, int points) {
    /** In the shape in which the API takes questions; options are numbered in their order. */
    QuestionBody numbered(int id) {
        var bodies = new ArrayList<QuestionBody.@Nullable OptionBody>();
        options.forEach(it -> bodies.add(new QuestionBody.OptionBody(bodies.size() + 1, it.text(), it.bodies())));
        return new QuestionBody(
                id,
                text.text(),
                bodies,
                new ArrayList<@Nullable Integer>(new TreeSet<>(correct)),
                multiple,
                points,
                text.bodies());
    }
}
