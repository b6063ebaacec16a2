package org.examledger.benchmarks.noop;

import org.examledger.benchmarks.web.Baseline;
import org.examledger.benchmarks.web.SignIn;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The same route, authenticated, that answers a constant. */
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = {DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class})
@Import(SignIn.class)
public class NoopBaseline {
    public static void main(String[] arguments) {
        Baseline.start(NoopBaseline.class, arguments);
    }
}
