package org.parley.store.people;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.parley.store.Database;
import org.parley.store.Journal;

class H2PeopleTest extends PeopleContract {

  @TempDir Path folder;

  @Override
  Accounts open() throws Exception {
    return Accounts.inFile(folder.resolve("journal"));
  }

  @Override
  Journal journal() throws Exception {
    return Journal.at(folder.resolve("journal").toString());
  }

  @Override
  Database database() throws Exception {
    return Database.inFile(folder.resolve("journal"));
  }
}
