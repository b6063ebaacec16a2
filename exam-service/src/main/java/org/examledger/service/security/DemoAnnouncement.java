package org.examledger.service.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes sure nobody runs a demo without knowing it. */
@Component
@ConditionalOnProperty(name = "exam.sign-in", havingValue = "demo")
class DemoAnnouncement {
    private static final Logger log = LoggerFactory.getLogger(DemoAnnouncement.class);

    @EventListener
    void announce(ApplicationReadyEvent ready) {
        var context = ready.getApplicationContext();
        var server = context instanceof WebServerApplicationContext web ? web.getWebServer() : null;
        if (server == null) {
            return;
        }
        var exposed = context.getEnvironment().getProperty("exam.demo.expose", Boolean.class, false);
        log.warn(
                """

                ======================================================================
                 DEMO MODE: http://localhost:{}
                 Users: hc, auditor, admin, worker-1, worker-2 ...   Password: demo
                 {}
                ======================================================================""",
                server.getPort(),
                exposed
                        ? "EXPOSED: whoever reaches this machine can sign in as anybody."
                        : "Reachable from this machine only.");
    }
}
