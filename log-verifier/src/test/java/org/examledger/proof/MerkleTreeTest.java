package org.examledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();

    /** Leaves, roots and proofs that implementations of RFC 6962 are commonly tested with. */
    private static final NaiveTree KNOWN = new NaiveTree(Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HEX::parseHex)
            .toList());

    private static final List<String> KNOWN_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final String N01 = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
    private static final String LEAF1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String N23 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String N47 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private static final String LEAF4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";

    @Test
    void roots_are_those_that_everybody_computes() {
        var growing = new GrowingTree();
        for (int size = 0; size <= 8; size++) {
            assertThat(HEX.formatHex(MerkleTree.root(size, KNOWN))).isEqualTo(KNOWN_ROOTS.get(size));
            assertThat(HEX.formatHex(growing.root())).isEqualTo(KNOWN_ROOTS.get(size));
            if (size < 8) {
                growing.add(KNOWN.leaves().get(size), (level, index, hash) -> {});
            }
        }
    }

    @Test
    void proofs_are_those_that_everybody_computes() {
        assertThat(hex(MerkleTree.inclusionProof(0, 8, KNOWN))).containsExactly(LEAF1, N23, N47);
        assertThat(hex(MerkleTree.inclusionProof(2, 3, KNOWN))).containsExactly(N01);
        assertThat(hex(MerkleTree.consistencyProof(1, 8, KNOWN))).containsExactly(LEAF1, N23, N47);
        assertThat(hex(MerkleTree.consistencyProof(2, 5, KNOWN))).containsExactly(N23, LEAF4);
        assertThat(hex(MerkleTree.consistencyProof(6, 8, KNOWN)))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        KNOWN_ROOTS.get(4));
        assertThat(MerkleTree.consistencyProof(8, 8, KNOWN)).isEmpty();
    }

    @Test
    void every_proof_of_every_tree_up_to_70_leaves_is_the_naive_one_and_convinces() {
        var tree = randomTree(70, 20261122);
        for (int size = 1; size <= 70; size++) {
            var root = tree.root(size);
            assertThat(MerkleTree.root(size, tree)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                var path = MerkleTree.inclusionProof(index, size, tree);
                assertThat(hex(path)).isEqualTo(hex(tree.path(index, size)));
                assertThat(MerkleTree.includes(root, size, index, tree.leaves().get(index), path))
                        .as("leaf %s of %s", index, size)
                        .isTrue();
            }
            for (int old = 1; old <= size; old++) {
                var proof = MerkleTree.consistencyProof(old, size, tree);
                assertThat(hex(proof)).isEqualTo(hex(tree.proof(old, size)));
                assertThat(MerkleTree.isConsistent(old, tree.root(old), size, root, proof))
                        .as("%s in %s", old, size)
                        .isTrue();
            }
        }
    }

    @Test
    void a_growing_tree_tells_every_full_subtree_once_and_goes_on_from_any_size() {
        var tree = randomTree(300, 7);
        Map<String, String> filled = new HashMap<>();
        var growing = new GrowingTree();
        for (int size = 0; size < 300; size++) {
            assertThat(GrowingTree.at(size, tree).root()).isEqualTo(growing.root());
            growing.add(
                    tree.leaves().get(size),
                    (level, index, hash) -> assertThat(filled.put(level + "/" + index, HEX.formatHex(hash)))
                            .isNull());
        }
        assertThat(growing.size()).isEqualTo(300);
        assertThat(growing.root()).isEqualTo(tree.root(300));
        assertThat(filled).hasSize(300 + 150 + 75 + 37 + 18 + 9 + 4 + 2 + 1);
        filled.forEach((place, hash) -> {
            var levelAndIndex = place.split("/");
            assertThat(hash)
                    .isEqualTo(HEX.formatHex(
                            tree.of(Integer.parseInt(levelAndIndex[0]), Long.parseLong(levelAndIndex[1]))));
        });
    }

    /** The twin: whatever is changed, left out, added or exchanged in a proof, it convinces nobody. */
    @Test
    void a_proof_with_anything_wrong_in_it_convinces_nobody() {
        var seed = 48_211L;
        var random = new Random(seed);
        var tree = randomTree(64, 3);
        for (int round = 0; round < 2_000; round++) {
            var size = 2 + random.nextInt(63);
            var index = random.nextInt(size);
            var old = 1 + random.nextInt(size - 1);
            var root = tree.root(size);
            var leaf = tree.leaves().get(index);
            var path = spoilt(MerkleTree.inclusionProof(index, size, tree), random);
            var proof = spoilt(MerkleTree.consistencyProof(old, size, tree), random);
            var what = "seed " + seed + ", round " + round + ": " + index + " and " + old + " of " + size;
            assertThat(MerkleTree.includes(root, size, index, leaf, path))
                    .as(what)
                    .isFalse();
            assertThat(MerkleTree.isConsistent(old, tree.root(old), size, root, proof))
                    .as(what)
                    .isFalse();
        }
    }

    @Test
    void another_row_another_place_and_another_root_are_not_included() {
        var tree = randomTree(20, 5);
        var path = MerkleTree.inclusionProof(6, 20, tree);
        var root = tree.root(20);
        assertThat(MerkleTree.includes(root, 20, 6, tree.leaves().get(6), path)).isTrue();
        assertThat(MerkleTree.includes(root, 20, 6, tree.leaves().get(7), path)).isFalse();
        assertThat(MerkleTree.includes(root, 20, 7, tree.leaves().get(6), path)).isFalse();
        assertThat(MerkleTree.includes(tree.root(19), 20, 6, tree.leaves().get(6), path))
                .isFalse();
        assertThat(MerkleTree.includes(root, 20, 20, tree.leaves().get(6), path))
                .isFalse();
        assertThat(MerkleTree.includes(root, 20, -1, tree.leaves().get(6), path))
                .isFalse();
    }

    @Test
    void what_is_not_in_the_tree_has_no_proof() {
        assertThatThrownBy(() -> MerkleTree.inclusionProof(8, 8, KNOWN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistencyProof(0, 8, KNOWN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistencyProof(9, 8, KNOWN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(MerkleTree.isConsistent(0, KNOWN.root(0), 8, KNOWN.root(8), List.of()))
                .isFalse();
        assertThat(MerkleTree.isConsistent(3, KNOWN.root(3), 8, KNOWN.root(8), List.of()))
                .isFalse();
    }

    private static List<byte[]> spoilt(List<byte[]> proof, Random random) {
        var spoilt = new ArrayList<>(proof);
        var at = random.nextInt(spoilt.size());
        switch (random.nextInt(3)) {
            case 0 -> {
                var changed = spoilt.get(at).clone();
                changed[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
                spoilt.set(at, changed);
            }
            case 1 -> spoilt.remove(at);
            default -> spoilt.add(at, spoilt.get(at));
        }
        return spoilt;
    }

    private static NaiveTree randomTree(int size, long seed) {
        var random = new Random(seed);
        return new NaiveTree(Stream.generate(() -> {
                    var hash = new byte[32];
                    random.nextBytes(hash);
                    return hash;
                })
                .limit(size)
                .toList());
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }
}
