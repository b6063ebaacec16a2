package org.examledger.service.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the route table in front of everything. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
    private final ActorArgumentResolver actors;

    SecurityConfiguration(ActorArgumentResolver actors) {
        this.actors = actors;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actors);
    }

    /** Requests are measured as a whole; each filter of the chain once more would cost more than it tells. */
    @Bean
    SecurityObservationSettings filtersAreNotObserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** PostgreSQL keeps no NUL, so that no route has a use for a parameter with one. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }

    private static CsrfFilter guard(Forgery forgery, Refusals refusals) {
        var guard = new CsrfFilter(forgery);
        guard.setRequireCsrfProtectionMatcher(forgery);
        guard.setRequestHandler(forgery);
        guard.setAccessDeniedHandler(refusals);
        return guard;
    }

    /** Left to itself the filter ends as an error of ours when the issuer cannot be asked for its keys. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failuresGoTo(Refusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refusals::commence);
                return filter;
            }
        };
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http, RouteAuthorization routes, Refusals refusals, Credentials credentials, Forgery forgery) {
        return http.authorizeHttpRequests(requests -> requests
                        // What was let in may end in an error page, wait, or show the welcome page.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(routes))
                .oauth2ResourceServer(bearer -> bearer.jwt(Customizer.withDefaults())
                        .bearerTokenResolver(credentials)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .withObjectPostProcessor(failuresGoTo(refusals)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                // Spring's own would pass over every request that has a token, also one in a cookie.
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BeaconBody(), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(guard(forgery, refusals), BearerTokenAuthenticationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(BrowserHeaders::write)
                .build();
    }
}
