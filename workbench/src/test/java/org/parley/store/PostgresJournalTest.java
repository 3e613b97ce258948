package org.parley.store;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresJournalTest extends JournalContract {

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
  Journal open() throws Exception {
    return Journal.at(address);
  }

  @Override
  void tamper(String statement) throws Exception {
    try (Database database = Database.at(address)) {
      database.ask(handle -> handle.execute(statement));
    }
  }
}
