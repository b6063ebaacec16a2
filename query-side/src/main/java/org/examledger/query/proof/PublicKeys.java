package org.examledger.query.proof;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The keys by which anybody can check what was signed. */
@Component
public class PublicKeys {
    private final Keys keys;
    private final ProofSettings settings;

    PublicKeys(Keys keys, ProofSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    /** PEM by key id, the present key and those from before. */
    public Map<String, String> pems() {
        var pems = new TreeMap<String, String>();
        keys.verifying().forEach(it -> pems.put(it.idAs(settings.origin()), it.pem()));
        return pems;
    }
}
