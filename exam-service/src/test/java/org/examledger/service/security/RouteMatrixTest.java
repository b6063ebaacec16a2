package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.service.security.Places.EXAM;
import static org.examledger.service.security.Places.SESSION;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.examledger.events.Actor.Role;
import org.examledger.service.Client;
import org.examledger.service.Client.Answer;
import org.examledger.service.RunningService;
import org.examledger.service.security.Places.Place;
import org.examledger.service.security.Places.State;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who hears what of a session or exam, in each of its states: over HTTP as the table says. */
@RunningService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixTest {
    private static final List<HttpMethod> METHODS =
            List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    /** A command that would be carried out, by the end of its path. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry(SESSION + "/start", "{\"clientId\":\"c\"}"),
            Map.entry(
                    SESSION + "/answers",
                    "{\"epoch\":%d,\"clientSeq\":7,\"questionId\":1,\"optionIds\":[2],\"pageIndex\":0}"),
            Map.entry(
                    SESSION + "/answers/batch",
                    "{\"epoch\":%d,\"answers\":[{\"clientSeq\":7,\"questionId\":1,\"optionIds\":[2],\"pageIndex\":0}]}"),
            Map.entry(SESSION + "/page", "{\"epoch\":%d,\"clientSeq\":7,\"pageIndex\":0}"),
            Map.entry(SESSION + "/heartbeat", "{\"epoch\":%d,\"visibility\":\"visible\"}"),
            Map.entry(SESSION + "/submit", "{\"epoch\":%d,\"clientSeq\":7,\"lastAnswerSeq\":0}"),
            Map.entry(SESSION + "/abandon", "{\"epoch\":%d}"),
            Map.entry(SESSION + "/close", "{\"reason\":\"r\",\"scoring\":\"ZERO\"}"),
            Map.entry(SESSION + "/extend", "{\"seconds\":60,\"reason\":\"r\"}"),
            Map.entry(SESSION + "/reset", "{\"reason\":\"r\"}"),
            Map.entry(SESSION + "/reopen", "{\"seconds\":60,\"reason\":\"r\"}"),
            Map.entry(EXAM + "/workers", "{\"workers\":[{\"workerId\":\"worker-499999\",\"name\":\"New\"}]}"),
            Map.entry(EXAM + "/workers/{workerId}", "{\"reason\":\"r\"}"),
            Map.entry(EXAM + "/reschedule", "{\"opensAt\":\"2026-01-02\",\"reason\":\"r\"}"),
            Map.entry(EXAM + "/extend", "{\"seconds\":60,\"reason\":\"r\"}"),
            Map.entry(EXAM + "/close", "{\"reason\":\"another\",\"scoring\":\"ZERO\"}"),
            Map.entry(EXAM + "/cancel", "{\"reason\":\"r\"}"),
            Map.entry(EXAM + "/access-token", "{\"accessToken\":\"open sesame\"}"),
            Map.entry(EXAM + "/answer-key", "{\"questionId\":1,\"correct\":[2],\"reason\":\"r\"}"),
            Map.entry(EXAM + "/what-if", "{\"questionId\":1,\"correct\":[2],\"reason\":\"r\"}"),
            Map.entry(EXAM + "/review-policy", "{\"reviewAfterEnd\":true,\"reason\":\"r\"}"));

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    private Places places;

    @BeforeAll
    void openService() {
        places = new Places(port);
    }

    /** The rules of sessions and exams. */
    static Stream<RouteRule> rules() {
        return RouteTable.RULES.stream().filter(rule -> isOf(SESSION, rule) || isOf(EXAM, rule));
    }

    static Stream<RouteRule> answeringRules() {
        return rules().filter(rule -> rule.answers() != null);
    }

    private static boolean isOf(String start, RouteRule rule) {
        return rule.path().getPatternString().startsWith(start);
    }

    @ParameterizedTest
    @MethodSource("answeringRules")
    void everybody_hears_in_each_state_what_the_table_says(RouteRule rule) {
        var told = new ArrayList<String>();
        var heard = new ArrayList<String>();
        for (var state : State.values()) {
            var untouched = place(rule, state);
            for (var caller : Caller.values()) {
                var place = caller.reaches(rule) ? place(rule, state) : untouched;
                told.add("%s %s: %s".formatted(state, caller, caller.hears(rule, state)));
                heard.add("%s %s: %s".formatted(state, caller, said(ask(as(caller, place), rule, place))));
            }
        }
        assertThat(heard).containsExactlyElementsOf(told);
    }

    private Client as(Caller caller, Place place) {
        var anyone = Client.anonymous(port);
        return switch (caller) {
            case ANONYMOUS -> anyone;
            case OWNER -> anyone.as(place.owner());
            case OTHER_WORKER -> anyone.as("worker-499998");
            case HC, AUDITOR, ADMIN -> anyone.as(caller.words());
        };
    }

    @ParameterizedTest
    @MethodSource("answeringRules")
    void a_foreign_id_and_an_unknown_one_cannot_be_told_apart(RouteRule rule) {
        var place = place(rule, State.RUNNING);
        var unknown = new Place(UUID.randomUUID().toString(), place.owner(), place.epoch(), place.position());
        var asker = Client.anonymous(port).as(rule.roles().contains(Role.WORKER) ? "worker-499996" : "hc");
        var nothing = ask(asker, rule, unknown);
        assertThat(said(nothing)).isEqualTo("404 not-found");
        if (rule.roles().contains(Role.WORKER)) {
            var foreign = ask(asker, rule, place);
            assertThat(foreign.response().body().replace(place.id(), "?"))
                    .isEqualTo(nothing.response().body().replace(unknown.id(), "?"));
            assertThat(foreign.response().headers().map().keySet())
                    .isEqualTo(nothing.response().headers().map().keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_method_that_the_table_does_not_name_is_refused(RouteRule rule) {
        var path = path(rule, new Place(UUID.randomUUID().toString(), "worker-1", 1, 0));
        var named = RouteTable.RULES.stream()
                .filter(other -> other.path().equals(rule.path()))
                .map(RouteRule::method)
                .toList();
        for (var method : METHODS) {
            if (!named.contains(method)) {
                var refused = places.hc().send(method.name(), path, BodyPublishers.ofString("{}"));
                assertThat(said(refused)).as("%s %s", method, path).isEqualTo("405 method-not-allowed");
            }
        }
    }

    /** What is listed and not yet there may be silent; what is there may not. */
    @Test
    void every_route_of_a_session_or_exam_says_what_it_answers() {
        var served = controllers.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + withoutNames(path))))
                .toList();
        assertThat(served).contains(RequestMethod.POST + " /api/v1/sessions/{}/start");
        assertThat(rules().filter(rule -> rule.answers() == null
                                // Open without end, so that it is asked by tests of its own.
                                && !rule.path().getPatternString().endsWith("/monitor/stream"))
                        .map(rule ->
                                rule.method() + " " + withoutNames(rule.path().getPatternString())))
                .doesNotContainAnyElementsOf(served);
    }

    private static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]+}", "{}");
    }

    private Place place(RouteRule rule, State state) {
        return isOf(SESSION, rule) ? places.session(state) : places.exam(state);
    }

    private static Answer ask(Client client, RouteRule rule, Place place) {
        var path = path(rule, place) + "?atLeast=" + place.position();
        if (rule.method().equals(HttpMethod.GET)) {
            return client.get(path);
        }
        var body = Objects.requireNonNull(BODIES.get(rule.path().getPatternString()), rule.path() + " needs a body");
        return client.send(rule.method().name(), path, BodyPublishers.ofString(body.formatted(place.epoch())));
    }

    private static String path(RouteRule rule, Place place) {
        return rule.path().getPatternString().replace("{id}", place.id()).replace("{workerId}", place.owner());
    }

    private static String said(Answer answer) {
        return answer.code().isEmpty() ? "" + answer.status() : answer.status() + " " + answer.code();
    }
}
