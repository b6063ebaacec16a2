package org.examledger.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.examledger.events.Fact;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.annotation.Configuration;

/** How code reads here, as far as a machine can see it. */
final class Habits {
    private static final Set<String> INJECTING = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource",
            "jakarta.persistence.PersistenceContext");

    private Habits() {}

    /** Only a clock knows what time it is; which clock that is, a configuration of the service decides. */
    static ArchRule timeComesFromAClock() {
        return classes()
                .that(are("no clocks", not(assignableTo(Clock.class))))
                .should(notAskTheMachineForTheTime())
                .as("time comes from a clock that was handed in");
    }

    private static ArchCondition<JavaClass> notAskTheMachineForTheTime() {
        return new ArchCondition<>("not ask the machine for the time") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getAccessesFromSelf().stream()
                        .filter(Habits::asksTheMachine)
                        .filter(it -> !(item.isAnnotatedWith(Configuration.class) && choosesAClock(it)))
                        .forEach(it -> events.add(SimpleConditionEvent.violated(item, it.getDescription())));
            }
        };
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        return choosesAClock(access)
                || (access.getTarget() instanceof CodeUnitAccessTarget target
                        && (readsNow(target) || readsMillis(target) || makesADate(target)));
    }

    private static boolean readsMillis(CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(System.class)
                && target.getName().equals("currentTimeMillis");
    }

    private static boolean makesADate(CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(Date.class)
                && target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
    }

    private static boolean readsNow(CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(it -> it.isEquivalentTo(Clock.class));
    }

    private static boolean choosesAClock(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Clock.class)
                && access.getTarget().getName().matches("(system|tick(Millis|Seconds|Minutes)).*");
    }

    static ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .that(are("of no configuration", declaredIn(not(annotatedWith(Configuration.class)))))
                .should()
                .beAnnotatedWith(
                        are("injected", it -> INJECTING.contains(it.getRawType().getFullName())))
                .as("what a class needs comes in through its constructor");
    }

    private static DescribedPredicate<JavaField> declaredIn(DescribedPredicate<? super JavaClass> owners) {
        return are("declared in such", field -> owners.test(field.getOwner()));
    }

    static ArchRule packagesAreNullMarked() {
        return classes()
                .should(new ArchCondition<>("stand in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    item, item.getName() + " stands in a package without a @NullMarked package-info"));
                        }
                    }
                })
                .as("every package says which question it answers and is @NullMarked");
    }

    static ArchRule factsAreRecordsOfPlainTypes() {
        return classes()
                .that(are("facts", assignableTo(Fact.class)))
                .and()
                .areNotInterfaces()
                .should(new ArchCondition<>("be records of JDK types and records of such") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        checkRecord(item, item.getSimpleName(), new HashSet<>(), events);
                    }
                })
                .as("facts are records that hold JDK values only");
    }

    private static void checkRecord(JavaClass item, String path, Set<JavaClass> seen, ConditionEvents events) {
        if (!seen.add(item) || item.isEnum()) {
            return;
        }
        if (!item.isRecord()) {
            events.add(SimpleConditionEvent.violated(item, path + " is " + item.getName() + ", which is no record"));
            return;
        }
        for (var field : item.getFields()) {
            if (field.getModifiers().contains(JavaModifier.STATIC)) {
                continue;
            }
            for (var involved : field.getType().getAllInvolvedRawTypes()) {
                var type = involved.getBaseComponentType();
                var where = path + "." + field.getName();
                if (type.getPackageName().startsWith("org.examledger.events")) {
                    checkRecord(type, where, seen, events);
                } else if (!type.isPrimitive() && !type.getPackageName().startsWith("java.")) {
                    events.add(SimpleConditionEvent.violated(item, where + " holds a " + type.getName()));
                }
            }
        }
    }

    static ArchRule namesAreTheFieldsWords() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("DTO")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .as("classes are named in the words of the field, not of a layer");
    }

    private static <T> DescribedPredicate<T> are(String what, Predicate<T> predicate) {
        return DescribedPredicate.describe(what, predicate);
    }
}
