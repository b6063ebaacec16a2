package org.examledger.query.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a form of a page has to bring, so that no other site can send it in the worker's name. */
public interface FormToken {
    /** Empty for who is not signed in by cookie, and needs none. */
    Optional<String> of(HttpServletRequest request);
}
