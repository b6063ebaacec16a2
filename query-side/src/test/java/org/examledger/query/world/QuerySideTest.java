package org.examledger.query.world;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test that meets the whole query side, with a real PostgreSQL; all of them share one. */
@SpringBootTest(
        classes = World.class,
        properties = {
            "spring.jpa.open-in-view=false",
            "spring.jpa.hibernate.ddl-auto=none",
            "spring.flyway.enabled=false",
            "exam.proof.keys=target/keys/${random.uuid}",
            "spring.mvc.problemdetails.enabled=true"
        })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface QuerySideTest {}
