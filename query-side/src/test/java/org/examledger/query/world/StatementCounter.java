package org.examledger.query.world;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that a thread sends to the database; each row of a JDBC batch is one. */
public final class StatementCounter extends DelegatingDataSource implements AutoCloseable {
    private static final ThreadLocal<Integer> SENT = ThreadLocal.withInitial(() -> 0);

    private static final Map<String, LongAdder> BY_THREAD = new ConcurrentHashMap<>();

    private final HikariDataSource pool;

    StatementCounter(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** How many statements this work sends from the thread it is done on. */
    public static int sentBy(Runnable work) {
        var before = SENT.get();
        work.run();
        return SENT.get() - before;
    }

    /** How many statements all threads of that name have sent so far. */
    public static long sentBy(String thread) {
        return BY_THREAD.computeIfAbsent(thread, name -> new LongAdder()).sum();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counting(Connection.class, super.getConnection());
    }

    private static <T> T counting(Class<T> type, T original) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")
                            || method.getName().equals("addBatch")) {
                        SENT.set(SENT.get() + 1);
                        BY_THREAD
                                .computeIfAbsent(Thread.currentThread().getName(), name -> new LongAdder())
                                .increment();
                    }
                    try {
                        var result = method.invoke(original, arguments);
                        return method.getReturnType() == PreparedStatement.class && result != null
                                ? counting(PreparedStatement.class, (PreparedStatement) result)
                                : result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
