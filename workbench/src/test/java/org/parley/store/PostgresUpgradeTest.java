package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.store.backup.JournalUpgrade;

/// The upgrades of [UpgradeTest] on a server.
class PostgresUpgradeTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void theJournalIsOpened(String version) throws Exception {
    String address = PostgresServer.shared().database();
    UpgradeTest.asOf(version, "jdbc:" + address);
    try (Journal journal = Journal.at(address)) {
      UpgradeTest.opens(journal);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3", "4"})
  void accountsAreTakenIntoTheChain(String version) throws Exception {
    String address = PostgresServer.shared().database();
    UpgradeTest.asOf(version, "jdbc:" + address);
    UpgradeTest.takesOver(version, address, "jdbc:" + address);
  }

  @TempDir private Path folder;

  static Stream<String> chained() {
    return EarlierSchema.chained();
  }

  @ParameterizedTest
  @MethodSource("chained")
  void everyLaterSchema(String version) throws Exception {
    String address = PostgresServer.shared().database();
    Map<String, Long> rows = EarlierSchema.fill(version, folder, "jdbc:" + address);
    try (Journal journal = Journal.at(address)) {
      UpgradeTest.keeps(rows, journal);
    }
  }

  /// A server of the earlier version is alive: a newer one changes nothing under it, and says
  /// which.
  @Test
  void nothingIsUpgradedUnderAServerThatRuns() throws Exception {
    String address = PostgresServer.shared().database();
    String schema = "17";
    EarlierSchema.fill(schema, folder, "jdbc:" + address);
    Jdbi earlier = Jdbi.create("jdbc:" + address);
    beat(earlier);
    DatabaseAddress place = DatabaseAddress.of(address);
    UpgradePlan plan = Database.planUpgrade(place);
    assertEquals(schema, plan.from());
    assertEquals("0.0." + schema, plan.by());
    assertEquals(List.of("http://one.example"), plan.servers());
    String refused =
        String.valueOf(
            assertThrows(JournalUnavailableException.class, () -> Journal.at(address).close())
                .getMessage());
    assertTrue(
        refused.contains("earlier schema " + schema + ", and is served by http://one.example"),
        refused);
    assertEquals(plan, Database.planUpgrade(place));

    earlier.useHandle(
        handle -> handle.execute("update node set seen = now() - interval '11 seconds'"));
    JournalUpgrade.onServer(place);
    assertEquals(List.of(), Database.planUpgrade(place).steps());
    assertTrue(Database.planUpgrade(place).bytes() > 0);
  }

  private static void beat(Jdbi earlier) {
    earlier.useHandle(
        handle ->
            handle.execute(
                "insert into node (id, address, secret, entry, since, seen)"
                    + " values ('n', 'http://one.example', 's', 1, now(), now())"));
  }

  /// A compatible migration is made under a server of the version before, which goes on to say that
  /// it is there.
  @Test
  void aCompatibleMigrationIsMadeUnderAServerThatRuns() throws Exception {
    String address = PostgresServer.shared().database();
    EarlierSchema.fill("18", folder, "jdbc:" + address);
    Jdbi earlier = Jdbi.create("jdbc:" + address);
    beat(earlier);
    UpgradePlan plan = Database.planUpgrade(DatabaseAddress.of(address));
    assertEquals(
        new UpgradePlan.MigrationStep("19", "node programs", true), plan.steps().getFirst());
    assertEquals(List.of("http://one.example"), plan.servers());
    try (Journal journal = Journal.at(address)) {
      assertTrue(journal.snapshot().findCase().isPresent());
    }
    earlier.useHandle(handle -> handle.execute("delete from node"));
    beat(earlier);
  }

  /// The earlier server that is started again on the newer schema says which version it needs.
  @Test
  void anEarlierServerRefusesALaterSchema() throws Exception {
    String address = PostgresServer.shared().database();
    Journal.at(address).close();
    Jdbi.create("jdbc:" + address)
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into flyway_schema_history (installed_rank, version, description, type,
                      script, checksum, installed_by, execution_time, success)
                    values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'parley 7.2.0', 1, true)
                    """));
    for (Executable each :
        List.<Executable>of(
            () -> Journal.at(address).close(),
            () -> Database.planUpgrade(DatabaseAddress.of(address)))) {
      String refused =
          String.valueOf(assertThrows(JournalUnavailableException.class, each).getMessage());
      assertTrue(refused.contains("has schema 99"), refused);
      assertTrue(refused.contains("Maybe use Parley 7.2.0 or later; nothing was changed"), refused);
    }
  }
}
