package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Which characters a text may hold, one line each: the text, and the first character it may not
/// hold with its index.
class CharactersTest {

  private static String find(String text) {
    return Characters.find(text).map(each -> each.name() + " at " + each.at()).orElse("");
  }

  @Test
  void controlCharactersButTabAndLineFeedAreForbidden() {
    for (int c = 0; c < 0xA0; c++) {
      boolean forbidden = c < 0x20 ? c != 9 && c != 10 : c >= 0x7F;
      String expected = forbidden ? String.format(Locale.ROOT, "U+%04X at 1", c) : "";
      assertEquals(expected, find("a" + (char) c + "b"), Integer.toHexString(c));
    }
  }

  @Test
  void whatXmlCannotWriteOrAReaderWouldNotSee() {
    String[][] table = {
      {"", ""},
      {"plain, \u041A\u0438\u0457\u0432, \u5317\u4EAC", ""},
      {"a face \uD83D\uDE42", ""},
      {"half a face \uD83D", "U+D83D at 12"},
      {"\uDE42 the other half", "U+DE42 at 0"},
      {"\uDE42\uD83D the wrong way round", "U+DE42 at 0"},
      {"\uFFFD is a character", ""},
      {"\uFFFE", "U+FFFE at 0"},
      {"x\uFFFF", "U+FFFF at 1"},
      {"\uFDD0", "U+FDD0 at 0"},
      {"\uFDF0 is a ligature", ""},
      {"\uD83F\uDFFE", "U+1FFFE at 0"},
      {"\uDBFF\uDFFF", "U+10FFFF at 0"},
      {"line\u2028 and paragraph\u2029", ""},
      {"\u200Fa mark of direction", ""},
      {"over\u202Eride", "U+202E at 4"},
      {"over\u202Dride\u202C", "U+202D at 4"},
      {"an isolate \u2067x\u2069 closed", ""},
      {"an isolate \u2067x", "U+2067 at 11"},
      {"an embedding \u202Bx\u202C closed", ""},
      {"an embedding \u202Bx\u2069 closed by another", "U+202B at 13"},
      {"nested \u2066\u202Ax\u202C\u2069", ""},
      {"nested \u2066\u202Ax\u202C", "U+2066 at 7"},
      {"\u2069closed and never opened", ""},
    };
    for (String[] line : table) {
      assertEquals(line[1], find(line[0]), line[0]);
    }
  }

  /// Blanks stand in for what is forbidden, and nothing else moves.
  @Test
  void whatIsCleanedHoldsNothingForbidden() {
    assertEquals("a b", Characters.cleaned("a\u0007b"));
    assertEquals(" x \ud83d\ude00", Characters.cleaned("\ud800x\u0000\ud83d\ude00"));
    assertEquals("\u2067in\u2069 out ", Characters.cleaned("\u2067in\u2069\u2068out\u202e"));
    Random random = new Random(1);
    int[] codes = {
      'a', '\n', '\r', 0, 0x1b, 0x202a, 0x202c, 0x202e, 0x2066, 0x2069, 0xd800, 0xdc00, 0x1f600,
      0xffff
    };
    for (int text = 0; text < 2_000; text++) {
      StringBuilder dirty = new StringBuilder();
      for (int i = random.nextInt(9); i > 0; i--) {
        dirty.appendCodePoint(codes[random.nextInt(codes.length)]);
      }
      String clean = Characters.cleaned(dirty.toString());
      assertEquals(Optional.empty(), Characters.find(clean), dirty.toString());
      assertEquals(dirty.length(), clean.length());
    }
  }
}
