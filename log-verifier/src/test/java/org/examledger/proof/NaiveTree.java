package org.examledger.proof;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962, section 2.1, word for word and without any thought of speed. */
record NaiveTree(List<byte[]> leaves) implements MerkleTree.Nodes {

    byte[] root(int size) {
        return hash(leaves.subList(0, size));
    }

    private static byte[] hash(List<byte[]> d) {
        if (d.isEmpty()) {
            return Sha256.begin().digest();
        }
        if (d.size() == 1) {
            return MerkleTree.leaf(d.getFirst());
        }
        var k = split(d.size());
        return MerkleTree.node(hash(d.subList(0, k)), hash(d.subList(k, d.size())));
    }

    List<byte[]> path(int m, int size) {
        return path(m, leaves.subList(0, size));
    }

    private static List<byte[]> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return List.of();
        }
        var k = split(d.size());
        return m < k
                ? joined(path(m, d.subList(0, k)), hash(d.subList(k, d.size())))
                : joined(path(m - k, d.subList(k, d.size())), hash(d.subList(0, k)));
    }

    List<byte[]> proof(int m, int size) {
        return subproof(m, leaves.subList(0, size), true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean b) {
        if (m == d.size()) {
            return b ? List.of() : List.of(hash(d));
        }
        var k = split(d.size());
        return m <= k
                ? joined(subproof(m, d.subList(0, k), b), hash(d.subList(k, d.size())))
                : joined(subproof(m - k, d.subList(k, d.size()), false), hash(d.subList(0, k)));
    }

    private static int split(int size) {
        var k = 1;
        while (k * 2 < size) {
            k *= 2;
        }
        return k;
    }

    private static List<byte[]> joined(List<byte[]> first, byte[] last) {
        var all = new ArrayList<>(first);
        all.add(last);
        return all;
    }

    @Override
    public byte[] of(int level, long index) {
        var from = Math.toIntExact(index << level);
        return hash(leaves.subList(from, from + (1 << level)));
    }
}
