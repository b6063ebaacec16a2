package org.examledger.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 (section 2.1) over the rows of the log: leaf number i is the hash of the row at position
 * i + 1.
 *
 * <p>A leaf is SHA-256(0x00 ‖ row hash), a node SHA-256(0x01 ‖ left ‖ right); the root of the empty tree is the SHA-256
 * of nothing. A subtree of 2^level leaves that begins at a multiple of its width never changes any more once it is full;
 * roots and proofs of every size are made of such subtrees, some log n of them. They are checked as RFC 9162 (sections
 * 2.1.3.2 and 2.1.4.2) says.
 */
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** Where full subtrees are found. */
    public interface Nodes {
        /**
         * The root of the subtree over the leaves from {@code index << level} on.
         *
         * @param level 0 for a leaf; a subtree has 2^level leaves
         */
        byte[] of(int level, long index);
    }

    public static byte[] leaf(byte[] rowHash) {
        var sha256 = Sha256.begin();
        sha256.update(LEAF);
        return sha256.digest(rowHash);
    }

    public static byte[] node(byte[] left, byte[] right) {
        var sha256 = Sha256.begin();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** The root of the tree over the first {@code size} leaves. */
    public static byte[] root(long size, Nodes nodes) {
        return size == 0 ? Sha256.begin().digest() : subtree(0, size, nodes);
    }

    /**
     * The audit path of a leaf, from the leaf upwards.
     *
     * @param index from 0, less than {@code size}
     */
    public static List<byte[]> inclusionProof(long index, long size, Nodes nodes) {
        require(0 <= index && index < size, "no leaf " + index + " in a tree of " + size);
        var path = new ArrayList<byte[]>();
        path(index, 0, size, nodes, path);
        return path;
    }

    private static void path(long index, long from, long to, Nodes nodes, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        var middle = from + leftWidth(to - from);
        if (index < middle) {
            path(index, from, middle, nodes, path);
            path.add(subtree(middle, to, nodes));
        } else {
            path(index, middle, to, nodes, path);
            path.add(subtree(from, middle, nodes));
        }
    }

    /**
     * The proof that the tree of {@code newSize} begins with the tree of {@code oldSize}.
     *
     * @param oldSize from 1 to {@code newSize}; the proof of a tree for itself is empty
     */
    public static List<byte[]> consistencyProof(long oldSize, long newSize, Nodes nodes) {
        require(0 < oldSize && oldSize <= newSize, "no tree of " + oldSize + " in a tree of " + newSize);
        var proof = new ArrayList<byte[]>();
        consistency(oldSize, 0, newSize, true, nodes, proof);
        return proof;
    }

    /** @param known whether the old tree's root is the one asked for, so that the verifier has it already */
    private static void consistency(long old, long from, long to, boolean known, Nodes nodes, List<byte[]> proof) {
        if (old == to - from) {
            if (!known) {
                proof.add(subtree(from, to, nodes));
            }
            return;
        }
        var left = leftWidth(to - from);
        if (old <= left) {
            consistency(old, from, from + left, known, nodes, proof);
            proof.add(subtree(from + left, to, nodes));
        } else {
            consistency(old - left, from + left, to, false, nodes, proof);
            proof.add(subtree(from, from + left, nodes));
        }
    }

    private static byte[] subtree(long from, long to, Nodes nodes) {
        var width = to - from;
        if (Long.bitCount(width) == 1) {
            var level = Long.numberOfTrailingZeros(width);
            return nodes.of(level, from >>> level);
        }
        var middle = from + leftWidth(width);
        return node(subtree(from, middle, nodes), subtree(middle, to, nodes));
    }

    /** The largest power of two that is less than the width. */
    private static long leftWidth(long width) {
        return Long.highestOneBit(width - 1);
    }

    /** Whether the path leads from this row's hash, as leaf number {@code index}, to the root. */
    public static boolean includes(byte[] root, long size, long index, byte[] rowHash, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        var hash = leaf(rowHash);
        var place = index;
        var last = size - 1;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = node(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the proof shows that the tree of the new root begins with the tree of the old one. */
    public static boolean isConsistent(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> proof) {
        if (oldSize <= 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        var rest = proof.iterator();
        var place = oldSize - 1;
        var last = newSize - 1;
        while ((place & 1) == 1) {
            place >>>= 1;
            last >>>= 1;
        }
        // A full old tree is a subtree of the new one, and its root is not repeated in the proof.
        var first = place == 0 ? oldRoot : next(rest);
        var oldHash = first;
        var newHash = first;
        while (rest.hasNext()) {
            var sibling = rest.next();
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                oldHash = node(sibling, oldHash);
                newHash = node(sibling, newHash);
                while ((place & 1) == 0 && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                newHash = node(newHash, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(oldHash, oldRoot) && Arrays.equals(newHash, newRoot);
    }

    /** Nothing is no hash, so what lacks one never fits. */
    private static byte[] next(Iterator<byte[]> proof) {
        return proof.hasNext() ? proof.next() : new byte[0];
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
