package org.examledger.service.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.examledger.service.ExamSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a process end without anybody noticing. Readiness has said no when this is told to stop; until balancers have seen
 * it, requests still come and are answered as always, each with the wish that its connection be kept no longer. Then the
 * web server takes no new connection and ends what is running.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Drain extends OncePerRequestFilter implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Duration patience;
    private volatile boolean running;

    Drain(ExamSettings settings) {
        patience = settings.drain();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!running) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (patience.isZero()) {
            return;
        }
        LOG.info("Not ready any more; requests that still come are answered for {} s", patience.toSeconds());
        try {
            Thread.sleep(patience);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first to stop: nothing else may end while requests still come. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
