package org.examledger.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test against the whole service on a free port, with a PostgreSQL of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "exam.data-dir=target/test-data/${random.uuid}",
            "exam.database.embedded-port=0",
            "exam.database.binaries-dir=target/postgres-programs",
            // Many tests share a service and its few demo users.
            "exam.limits.sign-ins.burst=100000",
            "exam.limits.unknown-ids.burst=100000"
        })
public @interface RunningService {}
