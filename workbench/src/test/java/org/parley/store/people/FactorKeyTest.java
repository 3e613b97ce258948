package org.parley.store.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorKeyTest {

  @TempDir Path folder;

  @Test
  void itOpensWhatItSealedForTheSamePurposeAlone() throws Exception {
    Path file = folder.resolve("river" + FactorKey.ENDING);
    FactorKey key = FactorKey.inFile(file);
    String sealed = key.seal("factor ann", "JBSWY3DPEHPK3PXP");
    assertFalse(sealed.contains("JBSWY3DPEHPK3PXP"));
    assertNotEquals(sealed, key.seal("factor ann", "JBSWY3DPEHPK3PXP"));
    assertEquals(
        Optional.of("JBSWY3DPEHPK3PXP"), FactorKey.inFile(file).open("factor ann", sealed));
    assertEquals(Optional.empty(), key.open("factor bo", sealed));
    assertEquals(Optional.empty(), key.open("factor ann", sealed.substring(1)));
    assertEquals(Optional.empty(), key.open("factor ann", "AAAA"));
    assertEquals(Optional.empty(), key.open("factor ann", "not base64 §"));
    Path other = folder.resolve("other" + FactorKey.ENDING);
    assertEquals(Optional.empty(), FactorKey.inFile(other).open("factor ann", sealed));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aShortKeyIsRefusedWithAdvice() {
    String why =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> FactorKey.of("short")).getMessage());
    assertTrue(why.contains("Maybe make one of at least 32"), why);
  }
}
