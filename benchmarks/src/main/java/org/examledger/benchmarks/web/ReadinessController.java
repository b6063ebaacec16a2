package org.examledger.benchmarks.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers where ours answers, once the whole application has started. */
@RestController
final class ReadinessController {
    static final String PATH = "/actuator/health/readiness";

    @GetMapping(PATH)
    String ready() {
        return "UP";
    }
}
