package org.examledger.command.pool;

import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.examledger.command.handling.Aggregates;
import org.examledger.command.handling.Commands;
import org.examledger.command.picture.PictureShelf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PoolSettings.class)
class PoolConfiguration {
    private static final String SAMPLES = "classpath:sample-pools/*.json";

    @Autowired
    void register(Aggregates aggregates) {
        aggregates.register(QuestionPool.class);
    }

    @Bean
    PoolsAtHand poolsAtHand(EventStore facts) {
        return new PublishedPools(facts);
    }

    @Bean
    PoolFiles poolFiles(
            PoolSettings settings,
            @Value("#{'${exam.sign-in:}' == 'demo' and ${exam.demo.exam:true}}") boolean isDemo,
            JsonMapper json,
            PictureShelf shelf) {
        var folder = settings.folder();
        var pattern = folder.isEmpty() ? "" : Path.of(folder).toUri() + "*.json";
        return new PoolFiles(folder.isEmpty() && isDemo ? SAMPLES : pattern, json, shelf);
    }

    @Bean
    PoolsAtStart poolsAtStart(PoolFiles files, Commands commands) {
        return new PoolsAtStart(files, commands);
    }

    @Bean
    WhenGenerationRequestedThenBringQuestions whenGenerationRequested(
            PoolSettings settings, PoolFiles files, Commands commands, JsonMapper json, PictureShelf shelf) {
        var url = settings.sourceUrl();
        var source = url == null ? files : new HttpQuestions(url, settings.patience(), json, shelf);
        return new WhenGenerationRequestedThenBringQuestions(source, commands);
    }
}
