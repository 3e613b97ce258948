package org.parley.store;

import org.junit.jupiter.api.BeforeEach;

class PostgresJournalTest extends JournalContract {

  private String address;

  @BeforeEach
  void create() throws Exception {
    address = PostgresServer.shared().database();
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
