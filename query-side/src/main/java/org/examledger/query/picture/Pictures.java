package org.examledger.query.picture;

import java.util.Collection;
import java.util.Optional;

/** The pictures that are kept beside the log, by the SHA-256 of their bytes in lower-case hexadecimal. */
public interface Pictures {
    Optional<KeptPicture> find(String sha256);

    /** Bytes of all of them together; one that is not kept has none. */
    long sizeOf(Collection<String> hashes);
}
