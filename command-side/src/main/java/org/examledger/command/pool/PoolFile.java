package org.examledger.command.pool;

import java.io.IOException;
import java.util.List;
import org.examledger.command.http.Checked;
import org.examledger.command.picture.PictureShelf;
import org.examledger.events.exam.ExamQuestion;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A file with one pool: {@code {"technology","level","questions":[…]}}. */
record PoolFile(PoolTitle title, List<ExamQuestion> questions) {
    /** More is not read: nobody writes such a file by hand, and it would have to stand in one fact. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final int LONGEST_NAME = 100;

    /** @throws NoQuestionsException when it cannot be used; the message says what is wrong with it */
    static PoolFile read(Resource file, JsonMapper json, PictureShelf shelf) throws NoQuestionsException {
        try (var content = file.getInputStream()) {
            var bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new NoQuestionsException("it is larger than " + MOST_BYTES + " bytes");
            }
            return read(bytes, json, shelf);
        } catch (IOException | JacksonException unreadable) {
            throw new NoQuestionsException("it cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static PoolFile read(byte[] bytes, JsonMapper json, PictureShelf shelf) throws NoQuestionsException {
        var root = json.readTree(bytes);
        var checked = new Checked();
        var title = new PoolTitle(
                checked.text("technology", root.path("technology").stringValue(null), LONGEST_NAME),
                checked.text("level", root.path("level").stringValue(null), LONGEST_NAME));
        var questions = PoolQuestions.read(root.get("questions"), json, shelf, checked);
        if (!checked.wrong().isEmpty()) {
            var first = checked.wrong().getFirst();
            throw new NoQuestionsException(first.field() + " " + first.message());
        }
        return new PoolFile(title, questions);
    }
}
