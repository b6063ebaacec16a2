package org.examledger.command.exam;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The chance in assembling a paper: the same for ever for the same exam, person and attempt, on every Java.
 *
 * <p>SplitMix64 (Steele, Lea, Flood 2014), begun at the first eight bytes, big-endian, of SHA-256 over
 * {@code seed|person|attempt} in UTF-8, numbers in decimal. A number below a bound is the upper half of the 128-bit
 * product of the next 64 bits, unsigned, and the bound. Shuffling is Fisher's and Yates's, from the last place down.
 */
public final class PaperRandom {
    private long state;

    public PaperRandom(long seed, String person, int attempt) {
        var name = seed + "|" + person + "|" + attempt;
        state = ByteBuffer.wrap(Papers.sha256().digest(name.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        var mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(next(), bound);
    }

    public <T> void shuffle(List<T> list) {
        for (var last = list.size() - 1; last > 0; last--) {
            var chosen = below(last + 1);
            list.set(chosen, list.set(last, list.get(chosen)));
        }
    }
}
