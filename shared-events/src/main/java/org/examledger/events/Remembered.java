package org.examledger.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which the log stores a fact. It is not the class name: a class may be renamed, a fact that
 * has landed never is.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Remembered {
    String name();

    int revision() default 1;
}
