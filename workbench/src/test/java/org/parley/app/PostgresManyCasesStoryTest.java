package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalUnavailableException;
import org.parley.store.PostgresServer;
import org.parley.store.cases.CaseRegister;

/// The same on one PostgreSQL database, each case in a schema of its own.
class PostgresManyCasesStoryTest extends ManyCasesStoryTest {

  private @Nullable DatabaseAddress address;

  @Override
  DatabaseAddress place() throws Exception {
    DatabaseAddress made = DatabaseAddress.of(PostgresServer.shared().database());
    address = made;
    return made;
  }

  private DatabaseAddress address() {
    return Objects.requireNonNull(address);
  }

  @Test
  void aSecondServerIsRefused() {
    JournalUnavailableException refused =
        assertThrows(JournalUnavailableException.class, () -> CaseRegister.existing(address()));
    assertTrue(String.valueOf(refused.getMessage()).contains("do not work yet"));
  }

  @Test
  void aSchemaInTheAddressIsRefused() {
    assertThrows(
        JournalUnavailableException.class, () -> CaseRegister.at(address().inSchema("other")));
  }
}
