package org.examledger.command.handling;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/** Live aggregates by stream, bounded by their number; Caffeine behind Axon's interface. */
public final class AggregateCache implements Cache {
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> aggregates;

    public AggregateCache(int maximum) {
        aggregates = Caffeine.newBuilder().maximumSize(maximum).build();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's interface asks for this shape
    public <K, V> @Nullable V get(K key) {
        return (V) aggregates.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        aggregates.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return aggregates.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's interface asks for this shape
    public <T> T computeIfAbsent(Object key, Supplier<T> valueSupplier) {
        return (T) aggregates.get(key, ignored -> valueSupplier.get());
    }

    @Override
    public boolean remove(Object key) {
        return aggregates.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        aggregates.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return aggregates.asMap().containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked") // Axon's interface asks for this shape
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        aggregates.asMap().computeIfPresent(key, (ignored, value) -> update.apply((V) value));
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener cacheEntryListener) {
        throw new UnsupportedOperationException("Nobody listens to this cache");
    }
}
