package org.examledger.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/**
 * Which module may know which. Maven keeps most of it already; these rules also see what comes in by way of a third.
 *
 * <p>Each rule takes the root package, so that it can be held against planted classes too.
 */
final class Walls {
    private Walls() {}

    static ArchRule eventsStandAlone(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".events..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(root + ".events..", "java..", "javax.crypto..", "org.jspecify.."))
                .as("shared-events depends on the JDK and JSpecify only");
    }

    /** Whoever checks an export has nothing of ours but this module. */
    static ArchRule proofsStandAlone(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".proof")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(root + ".proof", "java..", "org.jspecify.."))
                .as("what is proven depends on the JDK and JSpecify only");
    }

    static ArchRule verifierKnowsProofsOnly(String root) {
        return keepsApart(root, "proof", "events", "store", "command", "query", "service");
    }

    static ArchRule storeKnowsNobody(String root) {
        return keepsApart(root, "store", "events", "command", "query", "service");
    }

    static ArchRule commandSideKnowsFactsOnly(String root) {
        return keepsApart(root, "command", "query", "store", "service");
    }

    static ArchRule querySideKnowsFactsOnly(String root) {
        return keepsApart(root, "query", "command", "store", "service");
    }

    static ArchRule nobodyKnowsTheService(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".service..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".service..")
                .as("nobody depends on exam-service")
                .allowEmptyShould(true);
    }

    private static ArchRule keepsApart(String root, String side, String... others) {
        var forbidden = Arrays.stream(others).map(it -> root + "." + it + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + side + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .as(side + " does not depend on " + String.join(", ", others))
                .allowEmptyShould(true);
    }
}
