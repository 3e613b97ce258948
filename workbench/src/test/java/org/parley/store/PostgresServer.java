package org.parley.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;

/// A PostgreSQL server that lives as long as the tests that need it, with as many databases as they
/// ask for.
@NullMarked
public final class PostgresServer implements AutoCloseable {

  private final EmbeddedPostgres server;
  private int databases;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /// Starts one.
  public static PostgresServer start() throws IOException {
    return new PostgresServer(EmbeddedPostgres.builder().start());
  }

  /// The address of a new, empty database.
  public synchronized String database() throws SQLException {
    String name = "parley" + databases++;
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return "postgresql://localhost:" + server.getPort() + "/" + name + "?user=postgres";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
