package org.examledger.service.security;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.examledger.events.Actor.Role;
import org.examledger.service.security.Places.State;
import org.examledger.service.security.RouteRule.Access;

/** Writes the table of routes as a page for people. */
final class RoutesPage {
    private static final List<Caller> LET_IN = List.of(Caller.OWNER, Caller.HC, Caller.AUDITOR, Caller.ADMIN);

    private RoutesPage() {}

    static String text() {
        var page = new ArrayList<String>();
        page.add("""
                # Who may use which route, and what he hears

                Written from the table that the service asks before any controller (`RouteTable`); a test compares this page
                with it, and another one asks the running service as everybody in every state. What is not listed is closed.

                For every route: a method that is not listed for its path gets `405 method-not-allowed`, a path that is not
                listed `404 not-found` (`401 unauthenticated` without a sign-in), and who comes without a valid token where one
                is needed `401 unauthenticated`.

                ## Sessions

                Anonymous: always `401 unauthenticated`. A worker who is not the owner: always what an unknown id gets,
                `404 not-found`. *Not started*: assigned and open. *Ended*: handed in.
                """);
        page.addAll(states(Places.SESSION));
        page.add("""

                ## Exams

                Anonymous: always `401 unauthenticated`. An unknown id: `404 not-found`. *Not started*: nobody has started.
                *Ended*: HC closed it. A command that repeats what was done before (the same `Idempotency-Key`) gets its first
                answer instead.
                """);
        page.addAll(states(Places.EXAM));
        page.add("""

                ## All others

                | route | who |
                |---|---|""");
        RouteTable.RULES.stream()
                .filter(rule -> rule.answers() == null)
                .map(rule -> "| %s | %s |".formatted(route(rule), who(rule)))
                .forEach(page::add);
        return String.join("\n", page) + "\n";
    }

    private static List<String> states(String of) {
        var head = Stream.of(
                "| route | who is let in | not started | running | ended | everybody else who signed in |",
                "|---|---|---|---|---|---|");
        var rows = RouteTable.RULES.stream()
                .filter(rule ->
                        rule.answers() != null && rule.path().getPatternString().startsWith(of))
                .map(RoutesPage::row);
        return Stream.concat(head, rows).toList();
    }

    private static String row(RouteRule rule) {
        var letIn = LET_IN.stream().filter(caller -> caller.reaches(rule)).toList();
        var others = Stream.of(Caller.values())
                .filter(caller -> caller != Caller.ANONYMOUS && !caller.reaches(rule))
                .filter(caller ->
                        rule.path().getPatternString().startsWith(Places.SESSION) || caller != Caller.OTHER_WORKER)
                .collect(Collectors.groupingBy(
                        caller -> caller.hears(rule, State.RUNNING),
                        java.util.TreeMap::new,
                        Collectors.mapping(RoutesPage::name, Collectors.joining(", "))));
        var answers = Stream.of(State.values())
                .map(state -> letIn.getFirst().hears(rule, state))
                .collect(Collectors.joining(" | "));
        return "| %s | %s | %s | %s |"
                .formatted(
                        route(rule),
                        letIn.stream().map(Caller::words).collect(Collectors.joining(", ")),
                        answers,
                        others.entrySet().stream()
                                .map(each -> each.getValue() + ": " + each.getKey())
                                .collect(Collectors.joining("; ")));
    }

    /** A worker has no exams of his own. */
    private static String name(Caller caller) {
        return caller == Caller.OWNER ? "worker" : caller.words();
    }

    private static String route(RouteRule rule) {
        return "%s `%s`".formatted(rule.method(), rule.path().getPatternString());
    }

    private static String who(RouteRule rule) {
        if (rule.access() == Access.ROLES) {
            return rule.roles().stream().map(Role::word).collect(Collectors.joining(", "));
        }
        return rule.access() == Access.ANYONE ? "anyone" : "anyone who signed in";
    }
}
