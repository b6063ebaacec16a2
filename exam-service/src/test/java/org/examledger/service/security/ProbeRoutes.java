package org.examledger.service.security;

import org.examledger.events.Actor.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Opens the probe's routes, as a room with routes of its own would. */
@Configuration(proxyBeanMethods = false)
class ProbeRoutes {
    @Bean
    RouteRule probeByPost() {
        return RouteRule.of(HttpMethod.POST, "/api/v1/probe/**", Role.WORKER, Role.HC);
    }

    @Bean
    RouteRule probeByGet() {
        return RouteRule.of(HttpMethod.GET, "/api/v1/probe/**", Role.WORKER, Role.HC);
    }
}
