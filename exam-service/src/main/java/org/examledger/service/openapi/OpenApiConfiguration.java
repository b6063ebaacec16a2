package org.examledger.service.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.examledger.events.Actor;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Describes what no controller can: the whole, and how to sign in. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static {
        // Both come from the token; a client never sends them.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, JwtAuthenticationToken.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Exam Ledger")
                        .version("1")
                        .description("Every click of an exam is a fact in an append-only log; "
                                + "everything anyone sees is computed from that log."))
                // Relative, so that the document is the same wherever it is served.
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }
}
