package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.events.StreamId;
import org.junit.jupiter.api.Test;

class PoolNameTest {
    @Test
    void a_pool_has_one_name_however_it_is_typed() {
        var typed = new PoolName("  Apache \t Hive ", "BEGINNER");

        assertThat(typed)
                .isEqualTo(new PoolName("apache hive", "Beginner"))
                .isEqualTo(new PoolName("ａpache hive", "beginner"));
        assertThat(StreamId.ofPool(typed.path())).isEqualTo("pool:apache hive/beginner");
    }

    @Test
    void no_two_pools_share_a_stream() {
        assertThat(new PoolName("a/b", "c").path())
                .isNotEqualTo(new PoolName("a", "b/c").path())
                .isNotEqualTo(new PoolName("a%2fb", "c").path());
    }
}
