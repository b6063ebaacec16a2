package org.examledger.service.auditreads;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.examledger.service.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts down each read of history before it is answered: what cannot be put down is not shown. */
@Component
class NotedReads implements HandlerInterceptor, WebMvcConfigurer {
    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    private final AuditReads reads;

    NotedReads(AuditReads reads) {
        this.reads = reads;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/audit/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod
                && request.getDispatcherType() == DispatcherType.REQUEST
                && READING.contains(request.getMethod())
                && SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken who) {
            var correlation = MDC.get("correlationId");
            reads.add(
                    UUID.fromString(SignedIn.personOf(who)),
                    String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                    named("sessionId", request),
                    named("examId", request),
                    correlation == null ? "" : correlation);
        }
        return true;
    }

    /** The id in the path or, for lists, in the query; absent when there is none, or when it is no id. */
    private static @Nullable UUID named(String name, HttpServletRequest request) {
        var told = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> inPath
                        && inPath.get(name) instanceof String text
                ? text
                : request.getParameter(name);
        try {
            return told == null ? null : UUID.fromString(told);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
