package org.examledger.query.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.draft.DraftDiscarded;
import org.examledger.events.draft.DraftExpired;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftPackage;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftStarted;
import org.examledger.events.draft.DraftWorker;
import org.examledger.events.exam.AccessToken;
import org.examledger.events.rules.DraftExpiry;
import org.examledger.query.world.Browser;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.examledger.query.world.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@QuerySideTest
class DraftsTest {
    private static final Instant MORNING = Instant.parse("2026-04-01T09:00:00Z");

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void shortly_after() {
        clock.set(MORNING.plusSeconds(60));
    }

    private static DraftQuestion question(int id, String text) {
        return new DraftQuestion(id, text, List.of(new DraftOption(1, "yes")), List.of(1), null, 2);
    }

    private static DraftRevised revision(
            int number,
            Map<String, Object> fields,
            List<String> cleared,
            List<DraftQuestion> questions,
            List<Integer> removed,
            @Nullable List<Integer> order,
            List<DraftWorker> workers,
            List<String> removedWorkers) {
        return new DraftRevised(
                number, fields, cleared, questions, removed, order, workers, removedWorkers, null, null);
    }

    @Test
    void a_draft_comes_back_as_its_revisions_left_it() {
        var draft = UUID.randomUUID();
        people.erase("p-gone");
        story.draft(draft, new DraftStarted(draft, null, null), MORNING, "hc-101");
        story.draft(
                draft,
                revision(
                        1,
                        Map.of("title", "First", "category", "Safety", "durationMinutes", 45),
                        List.of(),
                        List.of(question(1, "one"), question(2, "two"), question(3, "three")),
                        List.of(),
                        null,
                        List.of(new DraftWorker("p-101", 0), new DraftWorker("p-102", 15)),
                        List.of()),
                MORNING.plusSeconds(10),
                "hc-101");
        story.draft(
                draft,
                revision(
                        2,
                        Map.of("title", "Second"),
                        List.of("category"),
                        List.of(question(2, "two again"), question(4, "four")),
                        List.of(1),
                        List.of(4, 3, 2),
                        List.of(new DraftWorker("p-gone", 5)),
                        List.of("p-101")),
                MORNING.plusSeconds(20),
                "hc-102");

        var reply = browser.get("hc:hc-103", "/drafts/" + draft);
        assertThat(reply).hasStatusOk().headers().containsHeader("ETag");
        assertThat(reply).bodyJson().isStrictlyEqualTo("""
                {"draftId":"%s","revision":2,"savedAt":"2026-04-01T09:00:20.000Z","locked":false,"accessTokenSet":false,
                 "title":"Second","durationMinutes":45,
                 "workers":[{"workerId":"worker-of-p-102","name":"Name of p-102","extraMinutes":15},
                            {"workerId":"p-gone","extraMinutes":5}],
                 "questions":[
                  {"id":4,"text":"four","options":[{"id":1,"text":"yes"}],"correct":[1],"multiple":null,"points":2},
                  {"id":3,"text":"three","options":[{"id":1,"text":"yes"}],"correct":[1],"multiple":null,"points":2},
                  {"id":2,"text":"two again","options":[{"id":1,"text":"yes"}],"correct":[1],"multiple":null,"points":2}]}
                """.formatted(draft));
    }

    @Test
    void packages_and_places_for_pools_come_back_where_they_were_written() {
        var draft = UUID.randomUUID();
        var token = new AccessToken("00ff", 1, "secret-hash");
        var pools = List.of(new DraftPool("Hive", "expert", 4, 1), new DraftPool(null, null, null, 7));
        story.draft(draft, new DraftStarted(draft, null, null), MORNING, "hc-111");
        story.draft(
                draft,
                lists(1, List.of(question(1, "one"), question(2, "two")), pools, null, token),
                MORNING,
                "hc-111");

        assertThat(browser.get("hc:hc-111", "/drafts/" + draft)).bodyJson().isStrictlyEqualTo("""
                {"draftId":"%s","revision":1,"savedAt":"2026-04-01T09:00:00.000Z","locked":false,"accessTokenSet":true,
                 "workers":[],
                 "questions":[
                  {"id":1,"text":"one","options":[{"id":1,"text":"yes"}],"correct":[1],"multiple":null,"points":2},
                  {"pool":{"technology":"Hive","level":"expert","count":4}},
                  {"id":2,"text":"two","options":[{"id":1,"text":"yes"}],"correct":[1],"multiple":null,"points":2},
                  {"pool":{}}]}""".formatted(draft));
        assertThat(browser.get("hc:hc-111", "/drafts"))
                .bodyJson()
                .extractingPath("$[0].questions")
                .isEqualTo(6);

        var packages = List.of(
                new DraftPackage("A", List.of(2), List.of()),
                new DraftPackage(null, List.of(1), List.of(pools.getFirst())));
        story.draft(draft, lists(2, List.of(), List.of(), packages, null), MORNING, "hc-111");

        assertThat(browser.get("hc:hc-111", "/drafts/" + draft)).bodyJson().isStrictlyEqualTo("""
                {"draftId":"%s","revision":2,"savedAt":"2026-04-01T09:00:00.000Z","locked":false,"accessTokenSet":true,
                 "workers":[],
                 "questions":[],
                 "packages":[
                  {"name":"A","questions":[
                    {"id":2,"text":"two","options":[{"id":1,"text":"yes"}],"correct":[1],"multiple":null,"points":2}]},
                  {"questions":[
                    {"id":1,"text":"one","options":[{"id":1,"text":"yes"}],"correct":[1],"multiple":null,"points":2},
                    {"pool":{"technology":"Hive","level":"expert","count":4}}]}]}""".formatted(draft));
    }

    private static DraftRevised lists(
            int number,
            List<DraftQuestion> questions,
            @Nullable List<DraftPool> pools,
            @Nullable List<DraftPackage> packages,
            @Nullable AccessToken token) {
        return new DraftRevised(
                number, Map.of(), List.of(), questions, List.of(), null, List.of(), List.of(), null, null, null, pools,
                packages, token);
    }

    @Test
    void the_picker_lists_the_newest_first_with_what_tells_drafts_apart() {
        var older = UUID.randomUUID();
        var newer = UUID.randomUUID();
        clock.set(MORNING.plusSeconds(60));
        story.draft(newer, new DraftStarted(newer, null, null), MORNING, "hc-104");
        story.draft(older, new DraftStarted(older, null, null), MORNING.plusSeconds(1), "hc-104");
        story.draft(
                newer,
                revision(
                        1,
                        Map.of("title", "Newer"),
                        List.of(),
                        List.of(question(1, "one"), question(2, "two")),
                        List.of(),
                        null,
                        List.of(new DraftWorker("p-103", 0)),
                        List.of()),
                MORNING.plusSeconds(2),
                "hc-106");
        story.draft(UUID.randomUUID(), new DraftStarted(new UUID(1, 2), null, null), MORNING.plusSeconds(4), "hc-105");

        assertThat(browser.get("hc:hc-104", "/drafts")).bodyJson().isStrictlyEqualTo("""
                [{"draftId":"%s","title":"Newer","category":null,"revision":1,"savedAt":"2026-04-01T09:00:02.000Z",
                  "savedBy":"Name of hc-106","mine":false,"questions":2,"workers":1,"locked":false},
                 {"draftId":"%s","title":null,"category":null,"revision":0,"savedAt":"2026-04-01T09:00:01.000Z",
                  "savedBy":"Name of hc-104","mine":true,"questions":0,"workers":0,"locked":false}]""".formatted(newer, older));
        assertThat(ids("hc:hc-106", "/drafts"))
                .as("whoever worked on a draft finds it again")
                .containsExactly(newer.toString());
        assertThat(ids("hc:hc-106", "/drafts?everybody=true")).contains(newer.toString(), older.toString());
    }

    @Test
    void a_draft_that_became_an_exam_is_read_and_not_picked() {
        var draft = UUID.randomUUID();
        story.draft(draft, new DraftStarted(draft, null, null), MORNING, "hc-107");
        story.draft(draft, new DraftLocked(0, null), MORNING.plusSeconds(3), "hc-107");
        clock.set(MORNING.plus(DraftExpiry.UNTOUCHED).plusSeconds(9));

        assertThat(ids("hc:hc-107", "/drafts")).isEmpty();
        assertThat(browser.get("hc:hc-107", "/drafts/" + draft)).hasStatusOk();
    }

    @Test
    void what_was_thrown_away_or_has_expired_is_there_for_nobody() {
        var discarded = UUID.randomUUID();
        var expired = UUID.randomUUID();
        clock.set(MORNING.plusSeconds(60));
        for (var draft : List.of(discarded, expired)) {
            story.draft(draft, new DraftStarted(draft, null, null), MORNING, "hc-108");
        }
        story.draft(discarded, new DraftDiscarded(null), MORNING.plusSeconds(1), "hc-109");
        story.draft(expired, new DraftExpired(MORNING), MORNING.plusSeconds(2), "system");

        for (var draft : List.of(discarded, expired)) {
            assertThat(browser.get("hc:hc-108", "/drafts/" + draft)).hasStatus(404);
        }
        assertThat(ids("hc:hc-108", "/drafts")).isEmpty();
    }

    @Test
    void a_draft_left_alone_for_thirty_days_is_not_shown_although_no_fact_says_so() {
        var draft = UUID.randomUUID();
        story.draft(draft, new DraftStarted(draft, null, null), MORNING, "hc-110");
        var over = MORNING.plus(DraftExpiry.UNTOUCHED);

        clock.set(over.minusMillis(1));
        assertThat(ids("hc:hc-110", "/drafts")).containsExactly(draft.toString());
        assertThat(browser.get("hc:hc-110", "/drafts/" + draft)).hasStatusOk();

        clock.set(over);
        assertThat(ids("hc:hc-110", "/drafts")).isEmpty();
        assertThat(browser.get("hc:hc-110", "/drafts/" + draft)).hasStatus(404);
    }

    private List<String> ids(String actor, String path) {
        var list = JsonMapper.shared()
                .readTree(browser.get(actor, path).getResponse().getContentAsByteArray());
        return list.valueStream().map(it -> it.path("draftId").asString()).toList();
    }

    @Test
    void an_unknown_draft_is_not_found() {
        assertThat(browser.get("hc:hc-104", "/drafts/" + new UUID(1, 2))).hasStatus(404);
    }
}
