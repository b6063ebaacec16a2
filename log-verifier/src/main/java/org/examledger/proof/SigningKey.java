package org.examledger.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** A private Ed25519 key under the name with which it signs, and its public half. */
public final class SigningKey {
    private static final String LABEL = "PRIVATE KEY";

    private final String name;
    private final PrivateKey secret;
    private final VerifyingKey verifying;

    private SigningKey(String name, PrivateKey secret, VerifyingKey verifying) {
        this.name = name;
        this.secret = secret;
        this.verifying = verifying;
    }

    /** @param name in every line of a signature; no spaces, no plus sign */
    public static SigningKey generate(String name) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(name, pair.getPrivate(), new VerifyingKey(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no Ed25519", e);
        }
    }

    /**
     * Reads both halves, which {@link #pem} wrote.
     *
     * @throws IllegalArgumentException when they are no Ed25519 keys, or not two halves of one
     */
    public static SigningKey ofPem(String name, String pem) {
        try {
            var secret =
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(Pem.decode(LABEL, pem)));
            var key = new SigningKey(name, secret, VerifyingKey.ofPem(pem));
            if (!key.sign("?\n").isSignedByOneOf(List.of(key.verifying))) {
                throw new IllegalArgumentException("the private and the public key do not belong together");
            }
            return key;
        } catch (GeneralSecurityException notAKey) {
            throw new IllegalArgumentException("not an Ed25519 private key: " + notAKey.getMessage(), notAKey);
        }
    }

    /** The private key and then the public one, because the JDK does not compute one from the other. */
    public String pem() {
        return Pem.encode(LABEL, secret.getEncoded()) + verifying.pem();
    }

    public VerifyingKey verifying() {
        return verifying;
    }

    /** The id of the public half under this key's name. */
    public String id() {
        return verifying.idAs(name);
    }

    /** @param text ends with a line break */
    public SignedNote sign(String text) {
        var unsigned = new SignedNote(text, List.of());
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(secret);
            ed25519.update(unsigned.signedBytes());
            return new SignedNote(text, List.of(new SignedNote.Signature(name, id(), ed25519.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no Ed25519", e);
        }
    }
}
