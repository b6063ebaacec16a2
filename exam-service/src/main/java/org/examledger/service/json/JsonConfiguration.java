package org.examledger.service.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.Picture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Makes JSON mean one thing: what is not understood exactly is refused, never guessed. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return JsonConfiguration::beStrict;
    }

    /** Questions without pictures look as they did before there were any. */
    private interface OnlyWhenThere {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Picture> pictures();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String description();
    }

    private static void beStrict(JsonMapper.Builder json) {
        json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addMixIn(DraftQuestion.class, OnlyWhenThere.class)
                .addMixIn(DraftOption.class, OnlyWhenThere.class)
                .addMixIn(ExamQuestion.class, OnlyWhenThere.class)
                .addMixIn(ExamOption.class, OnlyWhenThere.class)
                .addMixIn(Picture.class, OnlyWhenThere.class)
                .addModule(new SimpleModule("instants")
                        .addSerializer(Instant.class, new InstantWriter())
                        .addDeserializer(Instant.class, new InstantReader()));
    }
}
