package org.examledger.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Which room may know which within a side. */
final class Rooms {
    /** What an exam orders of its sessions, and what it answers them. */
    private static final Set<String> TO_EXAMS = Set.of(
            "AssignSession",
            "RescheduleSession",
            "ExtendTime",
            "CloseSession",
            "CancelSession",
            "WithdrawWorker",
            "ExamTerms",
            "AttemptTerms");

    /** What an import brings to a draft, and what the draft says to it. */
    private static final Set<String> TO_DRAFTS = Set.of("AppendingQuestions", "Appended");

    /** Wherever questions come in, they may name pictures. */
    private static final Set<String> SHOW_PICTURES = Set.of("question", "draft", "pool", "imports");

    /** What the portal's page asks of a session. */
    private static final Set<String> TO_THE_PORTAL =
            Set.of("SaveAnswer", "SaveAnswers", "SaveProgress", "HandIn", "Leave");

    private Rooms() {}

    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .as("packages do not know each other in circles")
                .allowEmptyShould(true);
    }

    /**
     * A draft is filled from pools and imports and becomes an exam, an exam orders its sessions, the portal's page clicks in them, and automations watch over them;
     * else command rooms know no other room. What serves them all, {@code handling} and {@code http}, knows none of them.
     */
    static ArchRule commandRoomsUseDoors(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".command..")
                .should(useDoorsOf(root + ".command"))
                .as("command rooms know another room by its door only")
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> useDoorsOf(String side) {
        return new ArchCondition<>("use doors only") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf().stream()
                        .filter(it -> isOf(side, it.getTargetClass()))
                        .filter(it ->
                                !isAllowed(room(side, from), room(side, it.getTargetClass()), it.getTargetClass()))
                        .forEach(it -> events.add(SimpleConditionEvent.violated(from, it.getDescription())));
            }
        };
    }

    private static boolean isOf(String side, JavaClass target) {
        return target.getPackageName().startsWith(side + ".");
    }

    private static String room(String side, JavaClass it) {
        var rest = it.getPackageName().substring(side.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.", 2)[0];
    }

    private static boolean isAllowed(String from, String to, JavaClass target) {
        if (from.equals(to) || from.isEmpty()) {
            return true;
        }
        return switch (to) {
            case "handling" -> true;
            case "http" -> !from.equals("handling");
            case "question" -> !from.equals("handling") && !from.equals("http");
            case "picture" -> SHOW_PICTURES.contains(from);
            case "pool" -> from.equals("draft");
            case "exam" -> from.equals("draft");
            case "draft" -> from.equals("imports") && TO_DRAFTS.contains(target.getSimpleName());
            case "session" ->
                (from.equals("exam") && TO_EXAMS.contains(target.getSimpleName()))
                        || (from.equals("portal") && TO_THE_PORTAL.contains(target.getSimpleName()))
                        || (from.equals("automation") && target.getSimpleName().equals("SessionWatch"));
            default -> false;
        };
    }
}
