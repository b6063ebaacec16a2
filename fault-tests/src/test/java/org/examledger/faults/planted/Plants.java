package org.examledger.faults.planted;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.examledger.command.handling.AggregateCache;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.EventLog;
import org.examledger.query.feed.Projection;
import org.examledger.store.AckBeforeCommit;
import org.examledger.store.Appender;
import org.examledger.store.FeedSignal;
import org.examledger.store.LogEventStore;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Puts something of its own in the place of beans of the service; a class of tests, which no release holds. */
@AutoConfiguration
@ConditionalOnProperty(Plant.FOLDER)
public class Plants {
    @Bean
    static BeanPostProcessor planting(BeanFactory beans, Environment settings) {
        var switches = Path.of(settings.getRequiredProperty(Plant.FOLDER));
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (bean) {
                    case Appender it ->
                        AckBeforeCommit.inPlaceOf(
                                it,
                                beans.getBean(DataSource.class),
                                beans.getBean(FeedSignal.class),
                                () -> Plant.ACK_BEFORE_COMMIT.isOn(switches));
                    case Projection it when it.model().equals("sessions") -> new SkippingProjection(it, switches);
                    case Commands it ->
                        StaleNoOps.commands(
                                beans.getBean(CommandBus.class),
                                beans.getBean(EventLog.class),
                                beans.getBean(AggregateCache.class),
                                switches);
                    case LogEventStore it -> ErrorsWhileStoring.in(it, switches);
                    default -> bean;
                };
            }
        };
    }
}
