package org.examledger.benchmarks.crud;

import org.examledger.benchmarks.web.Baseline;
import org.examledger.benchmarks.web.SignIn;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Rows that are overwritten: what is usually built. It keeps the last answer and knows nothing of how it came about. */
@SpringBootApplication(proxyBeanMethods = false, exclude = HibernateJpaAutoConfiguration.class)
@Import(SignIn.class)
public class CrudBaseline {
    public static void main(String[] arguments) {
        Baseline.start(CrudBaseline.class, arguments);
    }
}
