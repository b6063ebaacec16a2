package org.examledger.events.exam;

/**
 * What is kept of the word that a worker has to know for his first start: never the word itself (R16).
 *
 * @param salt hexadecimal, random for each token
 * @param iterations of PBKDF2 with HMAC-SHA-256
 * @param hash hexadecimal, over the word without surrounding blanks and in upper case
 */
public record AccessToken(String salt, int iterations, String hash) {}
