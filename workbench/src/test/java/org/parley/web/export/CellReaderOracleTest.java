package org.parley.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Words of a cell are those that a pattern for spaces finds.
class CellReaderOracleTest {

  private static final String SIGNS =
      " \t\n\u000b\f\r\u00a0\u2007\u202f\u2009\u0085\u2028aé7,.–\ud83d\udd4a";

  @Test
  void everyRunOfSpacesIsOneSpace() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      String expected = text.toString().replaceAll("[\\s\\u00a0\\u2007\\u202f]+", " ").strip();
      assertEquals(expected, CellReader.text(text.toString()), () -> "\"" + text + "\"");
    }
  }
}
