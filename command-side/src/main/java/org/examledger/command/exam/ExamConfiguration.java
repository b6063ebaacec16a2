package org.examledger.command.exam;

import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.examledger.command.handling.Aggregates;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.EventLog;
import org.examledger.command.session.ExamTerms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExamConfiguration {
    @Autowired
    void register(Aggregates aggregates) {
        aggregates.register(Exam.class);
    }

    /** Aggregates consult these two, so they must not wait for the aggregates that this configuration registers. */
    @Bean
    static Exams exams(EventStore facts, EventLog log) {
        return new Exams(facts, log);
    }

    @Bean
    static ExamTerms examTerms(Exams exams, FanOutList list) {
        return new TermsOfExams(exams, list);
    }

    @Bean
    FanOuts fanOuts(EventStore facts, FanOutList list, Commands commands) {
        return new FanOuts(facts, list, new SessionsOfExam(commands));
    }

    @Bean
    FanOutSweep fanOutSweep(
            ExamsInLog log, FanOutList list, FanOuts fanOuts, @Value("${exam.sweep:15s}") Duration every) {
        return new FanOutSweep(log, list, fanOuts, every);
    }

    @Bean
    WhenWorkersAssignedThenAssignSessions whenWorkersAssigned(FanOuts fanOuts, Exams exams, ExamsInLog log) {
        return new WhenWorkersAssignedThenAssignSessions(fanOuts, exams, log);
    }
}
