package org.parley.store.people;

import org.junit.jupiter.api.BeforeEach;
import org.parley.store.Database;
import org.parley.store.Journal;
import org.parley.store.PostgresServer;

class PostgresPeopleTest extends PeopleContract {

  private String address;

  @BeforeEach
  void create() throws Exception {
    address = PostgresServer.shared().database();
  }

  @Override
  Accounts open() throws Exception {
    return Accounts.at(address);
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
