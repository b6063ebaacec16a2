package org.examledger.service.security;

import java.util.List;
import org.examledger.events.Actor;
import org.examledger.events.Actor.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers the {@link Actor}: the opaque person behind the token, in the role that opened this route.
 *
 * <p>Whoever has several roles acts in the first of the rule's roles that he has: an HC member who also sits an exam is
 * a worker on worker routes and HC on HC's.
 */
@Component
class ActorArgumentResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (!(who instanceof JwtAuthenticationToken token)) {
            throw new AuthenticationCredentialsNotFoundException("Nobody signed in");
        }
        var rule = request.getAttribute(RouteAuthorization.RULE, RequestAttributes.SCOPE_REQUEST);
        var role =
                role(rule instanceof RouteRule opened ? opened.roles() : List.of(), SignedIn.rolesOf(token.getToken()));
        return new Actor(SignedIn.personOf(token), role);
    }

    static Role role(List<Role> opening, List<Role> held) {
        return opening.stream()
                .filter(held::contains)
                .findFirst()
                .orElseGet(() -> held.isEmpty() ? Role.WORKER : held.getFirst());
    }
}
