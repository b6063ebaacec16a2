package org.examledger.query.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.examledger.events.Actor;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.Picture;
import org.examledger.query.QuerySide;
import org.examledger.query.feed.ProjectionTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the service gives the query side, as far as tests need it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({QuerySide.class, RealPostgres.class})
class World {
    @Bean
    TestLog log() {
        return new TestLog();
    }

    @Bean
    Story story(TestLog log) {
        return new Story(log);
    }

    @Bean
    Browser browser(WebApplicationContext context, TestLog log) {
        return new Browser(MockMvcTester.from(context), log);
    }

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    TestPeople people() {
        return new TestPeople();
    }

    @Bean
    TestPictures pictures() {
        return new TestPictures();
    }

    /** As the service writes questions. */
    @Bean
    JsonMapperBuilderCustomizer questionsWithoutPictures() {
        return json -> Stream.of(DraftQuestion.class, DraftOption.class, ExamQuestion.class, ExamOption.class)
                .forEach(it -> json.addMixIn(it, OnlyWhenThere.class));
    }

    private interface OnlyWhenThere {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Picture> pictures();
    }

    @Bean
    TestAdmissions admissions() {
        return new TestAdmissions();
    }

    @Bean
    TestFanOuts fanOuts() {
        return new TestFanOuts();
    }

    @Bean
    TestPortal portal() {
        return new TestPortal();
    }

    @Bean
    FragileProjection fragileProjection() {
        return new FragileProjection();
    }

    @Bean
    TokenStore tokenStore(DataSource dataSource) {
        return ProjectionTokens.on(
                new TransactionAwareDataSourceProxy(dataSource)::getConnection,
                Jackson3Serializer.builder().build(),
                UUID.randomUUID().toString());
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return () -> {
            var status = transactions.getTransaction(new DefaultTransactionDefinition());
            return new Transaction() {
                @Override
                public void commit() {
                    transactions.commit(status);
                }

                @Override
                public void rollback() {
                    transactions.rollback(status);
                }
            };
        };
    }

    /** Takes the caller from the header {@code X-Actor}, written {@code role:person}. */
    @Bean
    WebMvcConfigurer callers() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorFromHeader());
            }
        };
    }

    private static final class ActorFromHeader implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Actor resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory factory) {
            var header = request.getHeader("X-Actor");
            if (header == null) {
                throw new IllegalStateException("a test forgot to say who calls");
            }
            var parts = header.split(":", 2);
            return new Actor(parts[1], Actor.Role.valueOf(parts[0].toUpperCase(Locale.ROOT)));
        }
    }
}
