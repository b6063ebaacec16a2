package org.examledger.proof;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A tree that takes in leaf after leaf and remembers no more than the roots of its full subtrees, at most 63 of them;
 * enough to go on and to tell its own root at any time.
 */
public final class GrowingTree {
    /** From the widest, which is leftmost, to the narrowest. */
    private final Deque<byte[]> peaks = new ArrayDeque<>();

    private long size;

    /** Hears of each subtree as soon as it is full. */
    public interface Filled {
        void filled(int level, long index, byte[] hash);
    }

    /** A tree that already has its first {@code size} leaves. */
    public static GrowingTree at(long size, MerkleTree.Nodes nodes) {
        var tree = new GrowingTree();
        tree.size = size;
        long from = 0;
        for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
            var level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
            tree.peaks.addLast(nodes.of(level, from >>> level));
            from += Long.highestOneBit(rest);
        }
        return tree;
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        if (peaks.isEmpty()) {
            return Sha256.begin().digest();
        }
        var narrowestFirst = peaks.descendingIterator();
        var root = narrowestFirst.next();
        while (narrowestFirst.hasNext()) {
            root = MerkleTree.node(narrowestFirst.next(), root);
        }
        return root;
    }

    /** Takes in the next row's hash. */
    public void add(byte[] rowHash, Filled listener) {
        var hash = MerkleTree.leaf(rowHash);
        var index = size++;
        listener.filled(0, index, hash);
        // Each full subtree to the left that is as wide joins the new one to a wider one.
        for (int level = 1; (index & 1) == 1; level++) {
            index >>>= 1;
            hash = MerkleTree.node(peaks.removeLast(), hash);
            listener.filled(level, index, hash);
        }
        peaks.addLast(hash);
    }
}
