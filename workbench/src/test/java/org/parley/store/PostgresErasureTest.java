package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.cases.Case;

/// A journal in PostgreSQL is erased from, into another database.
class PostgresErasureTest {

  private static final Instant NOON = Instant.parse("2025-12-28T12:00:00.123456Z");

  private static void titled(Journal journal, String title) {
    journal.record(
        Case.of(new CaseInfo(title, null, List.of()), List.of()), "Ann", "Renamed.", NOON);
  }

  @Test
  void wordsAreErasedIntoAnotherDatabase() throws Exception {
    PostgresServer server = PostgresServer.shared();
    try (Journal journal = Journal.at(server.database());
        Journal other = Journal.at(server.database())) {
      titled(journal, "The river");
      titled(journal, "Ada's river");
      titled(journal, "The great river");
      ErasureOrder order = new ErasureOrder(Set.of(), List.of("ada"), "Asked for.");
      var found = assertInstanceOf(Erasure.Outcome.Found.class, Erasure.plan(journal, order));
      assertTrue(found.erasure().write(journal, other, order));
      assertEquals(new Verification.Intact(3, found.erasure().newHead()), other.verify(null));
      assertEquals("Erased: Asked for.", other.find(2).orElseThrow().why());
      assertEquals(NOON, other.find(3).orElseThrow().at());
    }
  }
}
