package org.examledger.service;

import org.examledger.command.CommandSide;
import org.examledger.query.QuerySide;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Which sides a process runs. */
@Configuration(proxyBeanMethods = false)
class SidesConfiguration {
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${exam.role:all}' != 'query'")
    @Import(CommandSide.class)
    static class WithCommands {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${exam.role:all}' != 'command'")
    @Import(QuerySide.class)
    static class WithQueries {}
}
