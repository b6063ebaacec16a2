package org.examledger.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers so many pairs and forgets first what was not asked for longest; for any number of threads. */
final class RecentlyUsed<K, V> {

    private final int capacity;
    private final Map<K, V> pairs = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
        }
    };

    RecentlyUsed(int capacity) {
        this.capacity = capacity;
    }

    synchronized @Nullable V get(K key) {
        return pairs.get(key);
    }

    synchronized void put(K key, V value) {
        pairs.put(key, value);
    }
}
