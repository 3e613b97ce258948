package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2JournalTest extends JournalContract {

  @TempDir Path folder;

  @Override
  Journal open() throws Exception {
    return Journal.inFile(Journal.besideFolder(folder));
  }

  @Override
  void tamper(String statement) throws Exception {
    try (Database database = Database.inFile(Journal.besideFolder(folder))) {
      database.ask(handle -> handle.execute(statement));
    }
  }

  @Test
  void anAddressOfAnotherKindIsRefused() {
    JournalUnavailableException refused =
        assertThrows(JournalUnavailableException.class, () -> Journal.at("mysql://localhost/x"));
    assertTrue(String.valueOf(refused.getMessage()).contains("Maybe"), refused.getMessage());
  }
}
