package org.examledger.service.security;

/**
 * What has to be known again when somebody comes back from the issuer.
 *
 * @param state ties the issuer's answer to this browser
 * @param nonce ties the issuer's token to this sign-in
 * @param verifier proves at the issuer that the code is ours (RFC 7636)
 * @param redirectUri where the issuer was told to send him
 * @param to the page he had asked for
 * @param begunAt seconds since 1970
 */
record PendingSignIn(String state, String nonce, String verifier, String redirectUri, String to, long begunAt) {}
