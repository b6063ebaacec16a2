package org.examledger.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The classes that rules are held against: those of the house, and those planted to see a rule bite. */
final class House {
    static final String ROOT = "org.examledger";
    static final String PLANTED = "org.examledger.architecture.planted";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private House() {}

    /** Every class of every module that this one is built from, without tests. */
    static JavaClasses classes() {
        return CLASSES;
    }

    /** The planted classes of one kind. */
    static JavaClasses planted(String kind) {
        return new ClassFileImporter().importPackages(PLANTED + "." + kind);
    }

    /** The root under which planted classes of one kind mirror the house. */
    static String plantedRoot(String kind) {
        return PLANTED + "." + kind;
    }

    /** What breaks a rule, one description each. */
    static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
