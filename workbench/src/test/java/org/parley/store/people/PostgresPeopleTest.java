package org.parley.store.people;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.parley.store.Database;
import org.parley.store.Journal;
import org.parley.store.PostgresServer;

class PostgresPeopleTest extends PeopleContract {

  private static PostgresServer server;

  private String address;

  @BeforeAll
  static void start() throws IOException {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void create() throws Exception {
    address = server.database();
  }

  @Override
  People open() throws Exception {
    return People.at(address);
  }

  @Override
  Journal journal() throws Exception {
    return Journal.at(address);
  }

  @Override
  Database database() throws Exception {
    return Database.at(address);
  }
}
