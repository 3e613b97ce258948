package org.parley.store.people;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.parley.store.Journal;

class PostgresPeopleTest extends PeopleContract {

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
    String name = "people" + databases++;
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    address = "postgresql://localhost:" + server.getPort() + "/" + name + "?user=postgres";
  }

  @Override
  People open() throws Exception {
    return People.at(address);
  }

  @Override
  Journal journal() throws Exception {
    return Journal.at(address);
  }
}
