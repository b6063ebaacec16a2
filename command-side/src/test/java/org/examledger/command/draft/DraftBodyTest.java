package org.examledger.command.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.examledger.command.handling.Refusal;
import org.examledger.command.picture.PictureShelf;
import org.examledger.events.draft.DraftPackage;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DraftBodyTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static DraftBody read(String body) {
        return DraftBody.read((ObjectNode) JSON.readTree(body), JSON, PictureShelf.EMPTY);
    }

    private static DraftChanges.Questions questions(String body) {
        return Objects.requireNonNull(read(body).questions());
    }

    @Test
    void a_list_holds_questions_and_places_for_pools() {
        var list = questions("""
                {"questions":[{"pool":{"technology":"Hive","level":"expert","count":3}},{"id":4},{"pool":{}},{"id":7}]}""");

        assertThat(list.written()).extracting(DraftQuestion::id).containsExactly(4, 7);
        assertThat(list.pools())
                .containsExactly(new DraftPool("Hive", "expert", 3, 0), new DraftPool(null, null, null, 1));
        assertThat(list.packages()).isEmpty();
    }

    @Test
    void packages_hold_lists_of_their_own() {
        var lists = questions("""
                {"questions":[],"packages":[
                  {"name":"A","questions":[{"id":4},{"pool":{"count":1}}]},{"questions":[{"id":9}]},{"name":"C"}]}""");

        assertThat(lists.written()).extracting(DraftQuestion::id).containsExactly(4, 9);
        assertThat(lists.packages())
                .containsExactly(
                        new DraftPackage("A", List.of(4), List.of(new DraftPool(null, null, 1, 1))),
                        new DraftPackage(null, List.of(9), List.of()),
                        new DraftPackage("C", List.of(), List.of()));
    }

    @Test
    void packages_without_any_leave_one_list() {
        assertThat(questions("{\"questions\":[{\"id\":4}],\"packages\":[]}").written())
                .hasSize(1);
        assertThat(read("{\"packages\":null}").cleared()).containsExactly("packages");
        assertThat(read("{\"packages\":null}").questions()).isNull();
    }

    @Test
    void an_access_token_of_blanks_is_none() {
        assertThat(read("{\"accessToken\":\"Rosebud\"}").accessToken()).isEqualTo("Rosebud");
        assertThat(read("{\"accessToken\":\"  \"}").cleared()).containsExactly("accessToken");
        assertThat(read("{\"accessToken\":null}").cleared()).containsExactly("accessToken");
    }

    @Test
    void everything_that_cannot_be_read_is_named_at_once() {
        assertThatThrownBy(() -> read("""
                        {"accessToken":7,"colour":"red",
                         "questions":[{"id":1}],
                         "packages":[{"questions":[{"id":4},{"id":4},{"pool":{"colour":1}},{"pool":{},"id":5}]},
                                     {"questions":[{"id":4}],"size":3}, 8]}"""))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        problem -> assertThat((List<?>)
                                        Objects.requireNonNull(problem.getBody().getProperties())
                                                .get("errors"))
                                .map(it -> ((Refusal.Field) it).field())
                                .containsExactly(
                                        "accessToken",
                                        "colour",
                                        "packages",
                                        "packages[0].questions[1].id",
                                        "packages[0].questions[2]",
                                        "packages[0].questions[3]",
                                        "packages[1]",
                                        "packages[2]"));
    }
}
