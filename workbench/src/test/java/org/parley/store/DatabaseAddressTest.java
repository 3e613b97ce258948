package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAddressTest {

  private static final String SECRET = "s3cr3t";

  @TempDir Path folder;

  @Test
  void aPasswordInAnAddressIsUsedAndNeverShown() throws Exception {
    for (String address :
        List.of(
            "postgresql://db/parley?user=ann&password=s3cr3t",
            "postgresql://db:5433/parley?password=s3cr3t&user=ann&ssl=true",
            "postgresql://ann:s3cr3t@db/parley",
            "postgresql://ann:s3cr3t@db:5433/parley?ssl=true",
            "postgresql://db/parley?user=ann&password=s3cr3t&sslpassword=s3cr3t")) {
      DatabaseAddress read = DatabaseAddress.of(address);
      assertTrue(read.tellsPassword(), address);
      assertEquals(SECRET, read.secrets().get("password"), address);
      assertTrue(read.url().contains("user=ann"), read.url());
      for (String shown : List.of(read.toString(), read.url(), DatabaseAddress.masked(address))) {
        assertFalse(shown.contains(SECRET), shown);
      }
      assertEquals("with *** in it", read.hide("with " + SECRET + " in it"));
    }
    assertEquals(
        "a b+c&d",
        DatabaseAddress.of("postgresql://db/x?password=a+b%2Bc%26d").secrets().get("password"));
    assertEquals(
        "a+b@c", DatabaseAddress.of("postgresql://ann:a+b@c@db/x").secrets().get("password"));
  }

  @Test
  void anAddressWithoutSecretsStaysAsItIs() throws Exception {
    DatabaseAddress read = DatabaseAddress.of("postgresql://db/parley?user=ann&ssl=true");
    assertFalse(read.tellsPassword());
    assertEquals("postgresql://db/parley?user=ann&ssl=true", read.toString());
    assertEquals("jdbc:postgresql://db/parley?user=ann&ssl=true", read.url());
    assertNull(read.file());
    assertEquals(Path.of("team/river"), DatabaseAddress.of("team/river").file());
    assertEquals(
        Path.of("team/river"), DatabaseAddress.of("team/river.mv.db").file(), "the file itself");
  }

  @Test
  void theFileComesBeforeTheAddressAndTheAddressBeforeTheEnvironment() throws Exception {
    DatabaseAddress bare = DatabaseAddress.of("postgresql://db/parley");
    DatabaseAddress telling = DatabaseAddress.of("postgresql://db/parley?password=told");
    Map<String, String> postgres = Map.of("PGPASSWORD", "pg");
    Map<String, String> both = Map.of("PGPASSWORD", "pg", "PARLEY_DATABASE_PASSWORD", "own");
    Path file = Files.writeString(folder.resolve("password"), "filed\n");
    assertEquals("pg", bare.with(postgres, null).secrets().get("password"));
    assertEquals("own", bare.with(both, null).secrets().get("password"));
    assertEquals("told", telling.with(both, null).secrets().get("password"));
    assertEquals("filed", telling.with(both, file).secrets().get("password"));
    assertNull(bare.with(Map.of(), null).secrets().get("password"), "left to ~/.pgpass");
    String refusal =
        Objects.requireNonNull(
            assertThrows(
                    JournalUnavailableException.class,
                    () -> bare.with(Map.of(), folder.resolve("nowhere")))
                .getMessage());
    assertTrue(refusal.contains("Maybe check the path"), refusal);
  }

  @Test
  void anAddressOfAnotherKindIsRefusedWithoutItsPassword() {
    for (String address :
        List.of(
            "mysql://ann:s3cr3t@db/x",
            "http://db/x?password=s3cr3t",
            "jdbc:postgresql://db/x?user=ann&password=s3cr3t")) {
      String refusal =
          String.valueOf(
              assertThrows(
                      JournalUnavailableException.class, () -> DatabaseAddress.of(address), address)
                  .getMessage());
      assertTrue(refusal.contains("Maybe begin it with postgresql://"), refusal);
      assertFalse(refusal.contains(SECRET), refusal);
    }
  }
}
