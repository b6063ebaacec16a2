package org.examledger.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** A public Ed25519 key, with which anybody checks what the log has signed. */
public final class VerifyingKey {
    private static final String LABEL = "PUBLIC KEY";
    private static final int RAW_BYTES = 32;
    private static final byte ED25519 = 1;
    private static final int ID_BYTES = 4;

    private final PublicKey key;

    VerifyingKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a key from a PEM file's text ({@code BEGIN PUBLIC KEY}), as openssl writes it too.
     *
     * @throws IllegalArgumentException when it is no Ed25519 public key
     */
    public static VerifyingKey ofPem(String pem) {
        try {
            return new VerifyingKey(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Pem.decode(LABEL, pem))));
        } catch (GeneralSecurityException notAKey) {
            throw new IllegalArgumentException("not an Ed25519 public key: " + notAKey.getMessage(), notAKey);
        }
    }

    public String pem() {
        return Pem.encode(LABEL, key.getEncoded());
    }

    /**
     * The key's id under a name: the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ the key's 32 bytes), in
     * hexadecimal.
     */
    public String idAs(String name) {
        var sha256 = Sha256.begin();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        sha256.update(ED25519);
        return HexFormat.of().formatHex(sha256.digest(raw()), 0, ID_BYTES);
    }

    /** The key as tools for signed notes take it: {@code <name>+<id>+<base64 of 0x01 and the key>}. */
    public String forNotes(String name) {
        var typed = new byte[1 + RAW_BYTES];
        typed[0] = ED25519;
        System.arraycopy(raw(), 0, typed, 1, RAW_BYTES);
        return name + "+" + idAs(name) + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** An encoded Ed25519 key ends with its 32 bytes (RFC 8410). */
    private byte[] raw() {
        var encoded = key.getEncoded();
        var raw = new byte[RAW_BYTES];
        System.arraycopy(encoded, encoded.length - RAW_BYTES, raw, 0, RAW_BYTES);
        return raw;
    }

    boolean signed(SignedNote.Signature claimed, byte[] text) {
        try {
            var ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return claimed.keyId().equals(idAs(claimed.name())) && ed25519.verify(claimed.signature());
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }
}
