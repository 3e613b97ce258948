package org.parley.casefile.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines and columns, against going through the text character by character.
class SourceTextLawTest {

  private static final String[] PIECES = {"\n", "\r", "\r\n", "a", "\u00e9", "\ud83d\ude00"};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyCharacterStandsWhereCountingFindsIt(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      StringBuilder made = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        made.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String text = made.toString();
      SourceText source = new SourceText("a.yaml", text);
      int line = 1;
      int column = 1;
      for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
        String what = "seed " + seed + ", character " + at + " of " + text;
        assertEquals(line, source.line(at), what);
        assertEquals(column, source.column(at), what);
        boolean ends =
            text.charAt(at) == '\n' || (text.charAt(at) == '\r' && !text.startsWith("\n", at + 1));
        line += ends ? 1 : 0;
        column = ends ? 1 : column + 1;
      }
    }
  }
}
