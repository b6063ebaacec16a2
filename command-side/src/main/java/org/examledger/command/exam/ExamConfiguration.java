package org.examledger.command.exam;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.examledger.command.handling.Aggregates;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.EventLog;
import org.examledger.command.session.ExamTerms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExamConfiguration {
    @Autowired
    void register(Aggregates aggregates) {
        aggregates.register(Exam.class);
    }

    @Bean
    Exams exams(EventStore facts, EventLog log) {
        return new Exams(facts, log);
    }

    @Bean
    ExamTerms examTerms(Exams exams) {
        return new TermsOfExams(exams);
    }

    @Bean
    WhenWorkersAssignedThenAssignSessions whenWorkersAssigned(EventStore facts, Commands commands) {
        return new WhenWorkersAssignedThenAssignSessions(facts, commands);
    }
}
