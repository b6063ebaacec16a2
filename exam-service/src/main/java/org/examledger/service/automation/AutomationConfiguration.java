package org.examledger.service.automation;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.examledger.command.automation.Automations;
import org.examledger.command.automation.WhenServiceWasAwayThenGiveTimeBack;
import org.examledger.command.automation.WhenTimeIsOverThenExpire;
import org.examledger.command.handling.Commands;
import org.examledger.command.session.SessionWatch;
import org.examledger.service.ExamSettings;
import org.examledger.store.LogReader;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Automations run where commands are decided. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${exam.role:all}' != 'query'")
class AutomationConfiguration {
    /** Looks at a hall that ends at one moment are spread over so long, unless sweeps come closer to each other. */
    private static final Duration JITTER = Duration.ofSeconds(10);

    @Bean
    WatchTable watchList(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            LogReader log,
            JsonMapper json,
            ExamSettings settings) {
        return new WatchTable(jdbc, new TransactionTemplate(transactions), log, json, settings.silence());
    }

    @Bean
    ServiceSigns signsOfService(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new ServiceSigns(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    WhenServiceWasAwayThenGiveTimeBack whenServiceWasAway(
            ServiceSigns signs, WatchTable list, Commands commands, ExamSettings settings, Clock clock) {
        return new WhenServiceWasAwayThenGiveTimeBack(
                signs, list, new SessionWatch(commands), settings.outage(), clock);
    }

    @Bean
    Automations automations(
            DataSource database,
            WatchTable list,
            WhenServiceWasAwayThenGiveTimeBack outages,
            Commands commands,
            ExamSettings settings,
            Clock clock) {
        var jitter = settings.sweep().compareTo(JITTER) < 0 ? settings.sweep() : JITTER;
        var expiry =
                new WhenTimeIsOverThenExpire(new SessionWatch(commands), outages, settings.silence(), jitter, clock);
        return new Automations(database, list, outages, expiry, settings.sweep(), clock);
    }
}
