package org.examledger.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides before anything starts who provides the database and who vouches for people, and refuses combinations that
 * would leave the door open.
 *
 * <p>The outcome is two derived settings that rooms condition on: {@code exam.embedded-database} (true|false) and
 * {@code exam.sign-in} (demo|issuer).
 */
class StartRules implements EnvironmentPostProcessor {
    static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var settings = Binder.get(environment);
        var embedded = text(settings, "spring.datasource.url") == null;
        var signIn = signIn(bool(settings, "exam.demo"), embedded, text(settings, ISSUER));

        Map<String, Object> derived = new LinkedHashMap<>();
        derived.put("exam.embedded-database", embedded);
        derived.put("exam.sign-in", signIn);
        if (signIn.equals("demo") && !Boolean.TRUE.equals(bool(settings, "exam.demo.expose"))) {
            requireLoopback(text(settings, "server.address"));
            derived.put("server.address", LOOPBACK);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("derived at start", derived));
    }

    static String signIn(@Nullable Boolean demo, boolean embedded, @Nullable String issuer) {
        if (issuer != null && Boolean.TRUE.equals(demo)) {
            throw new StartRefused(
                    "Demo mode is on (exam.demo=true) although an identity provider is configured (" + ISSUER + ").",
                    "Remove exam.demo, or remove the issuer. Both at once would let anyone in with a known password.");
        }
        if (issuer != null) {
            return "issuer";
        }
        if (demo == null ? embedded : demo) {
            return "demo";
        }
        throw new StartRefused(
                "Nobody can vouch for people: no identity provider is configured (" + ISSUER
                        + ") and demo mode is off.",
                "Set " + ISSUER + " to your OpenID Connect issuer, or set exam.demo=true to try the service.");
    }

    private static void requireLoopback(@Nullable String address) {
        if (address == null) {
            return;
        }
        try {
            if (InetAddress.getByName(address).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException unknown) {
            throw new StartRefused("server.address=" + address + " is not an address.", "Correct it.", unknown);
        }
        throw new StartRefused(
                "Demo mode listens on loopback only, but server.address=" + address + ".",
                "Remove server.address, or set exam.demo.expose=true if everyone who can reach it may sign in.");
    }

    private static @Nullable String text(Binder settings, String name) {
        var value = settings.bind(name, Bindable.of(String.class)).orElse(null);
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable Boolean bool(Binder settings, String name) {
        return settings.bind(name, Bindable.of(Boolean.class)).orElse(null);
    }
}
