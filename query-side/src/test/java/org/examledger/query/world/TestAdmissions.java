package org.examledger.query.world;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.examledger.query.http.Admission;
import org.examledger.query.http.Admissions;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Lets everybody in until a test has him sign out or his token end. */
public final class TestAdmissions implements Admissions {
    public static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private final Set<String> signedOut = ConcurrentHashMap.newKeySet();
    private volatile Instant until = FAR;

    /** When tokens end that are used from now on. */
    public void until(Instant end) {
        until = end;
    }

    public void signOut(String person) {
        signedOut.add(person);
    }

    public void signIn(String person) {
        signedOut.remove(person);
    }

    @Override
    public Admission current() {
        var request = ((ServletRequestAttributes)
                        Objects.requireNonNull(RequestContextHolder.getRequestAttributes(), "no request"))
                .getRequest();
        var caller = Objects.requireNonNull(request.getHeader("X-Actor"), "a test forgot to say who calls");
        return new Admission(caller.split(":", 2)[1], Instant.EPOCH, until);
    }

    @Override
    public Set<Admission> takenBack(Collection<Admission> open) {
        return open.stream().filter(it -> signedOut.contains(it.person())).collect(Collectors.toSet());
    }
}
