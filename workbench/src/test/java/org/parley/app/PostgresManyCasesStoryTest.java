package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.parley.store.Database;
import org.parley.store.DatabaseAddress;
import org.parley.store.JournalUnavailableException;
import org.parley.store.PostgresServer;
import org.parley.store.cases.CaseRegister;

/// The same on one PostgreSQL database, each case in a schema of its own.
class PostgresManyCasesStoryTest extends ManyCasesStoryTest {

  @Override
  CasesWorld serve(CasesWorld.Plan plan) throws Exception {
    return plan.serveOnPostgres();
  }

  /// An earlier version has the lock for itself.
  @Test
  void anEarlierVersionIsNotJoined() throws Exception {
    DatabaseAddress other = DatabaseAddress.of(PostgresServer.shared().database());
    try (Connection earlier = Database.session(other, 10);
        Statement statement = earlier.createStatement()) {
      statement.execute("select pg_advisory_lock(" + 0x7061726c6579L + ")");
      JournalUnavailableException refused =
          assertThrows(JournalUnavailableException.class, () -> CaseRegister.at(other));
      assertTrue(String.valueOf(refused.getMessage()).contains("earlier version"));
    }
  }

  @Test
  void aSchemaInTheAddressIsRefused() {
    assertThrows(
        JournalUnavailableException.class, () -> CaseRegister.at(place().inSchema("other")));
  }
}
