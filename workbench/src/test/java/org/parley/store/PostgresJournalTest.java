package org.parley.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresJournalTest extends JournalContract {

  private static EmbeddedPostgres server;
  private static int databases;

  private String address;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void create() throws Exception {
    String name = "journal" + databases++;
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    address = "postgresql://localhost:" + server.getPort() + "/" + name + "?user=postgres";
  }

  @Override
  Journal open() throws Exception {
    return Journal.at(address);
  }

  @Override
  void tamper(String statement) throws Exception {
    try (Database database = Database.at(address)) {
      database.handle().execute(statement);
    }
  }
}
