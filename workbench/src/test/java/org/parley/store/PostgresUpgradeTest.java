package org.parley.store;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  @ValueSource(strings = {"2", "3"})
  void accountsAreTakenIntoTheChain(String version) throws Exception {
    String address = PostgresServer.shared().database();
    UpgradeTest.asOf(version, "jdbc:" + address);
    UpgradeTest.takesOver(address, "jdbc:" + address);
  }
}
