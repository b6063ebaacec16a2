package org.examledger.endtoend.cluster;

/** The database that several processes share and that belongs to none of them. */
public interface ClusterDatabase extends AutoCloseable {
    /** For {@code spring.datasource.url}. */
    String url();

    String username();

    String password();

    @Override
    void close();
}
