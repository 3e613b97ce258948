package org.parley.casefile.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.casefile.ReadableIds;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Loops over signs against the patterns that they stand for.
class PlainWordsOracleTest {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}(][^\\p{Cntrl}]*");
  private static final Pattern TAKEN =
      Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n|\\.inf|\\.nan");
  private static final Pattern KEY =
      Pattern.compile("(?<![\\w\"'-])((?i:y|n|yes|no|on|off))(\\s*:)");
  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower()");

  private static final List<String> PIECES =
      List.of(
          "yes", "No", "ON", "off", "y", "null", "True", ".inf", ":", ": ", " ", "  ", "#", " #",
          "\n", "\r", "\t", "\u0085", "\u2028", "\ufeff", "\u007f", "\u0001", "\"", "'", "-", "--",
          ",", "[", "]", "{", "}", "(", "a", "Zone", "7", "½", "Ⅷ", "é", "日", "😀", "\ud800", "_",
          "’", "ſ", ".", "&", "~", "`", "^");

  @Test
  void whatIsPlainIsWhatThePatternsSay() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < Effort.of(20_000, 400_000); i++) {
      String text = text(random);
      boolean flow = random.nextBoolean();
      assertEquals(isPlain(text, flow), YamlScalars.inline(text, flow).equals(text), text);
    }
  }

  private static boolean isPlain(String text, boolean flow) {
    return PLAIN.matcher(text).matches()
        && !TAKEN.matcher(text).matches()
        && !text.endsWith(":")
        && !text.endsWith(" ")
        && !text.contains(": ")
        && !text.contains(" #")
        && text.codePoints().noneMatch(PlainWordsOracleTest::isSpecial)
        && !(flow && text.codePoints().anyMatch(c -> ",[]{}".indexOf(c) >= 0));
  }

  private static boolean isSpecial(int c) {
    return !StreamReader.isPrintable(c) || List.of(0x9, 0x85, 0x2028, 0x2029, 0xFEFF).contains(c);
  }

  @Test
  void keysAreQuotedWhereThePatternFindsThem() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < Effort.of(2_000, 40_000); i++) {
      String key = PIECES.get(random.nextInt(PIECES.size()));
      String text = "a: 1\n" + key + ": 2\n";
      if (key.matches("\\w+")) {
        assertEquals(KEY.matcher(text).replaceAll("\"$1\"$2"), QuotedKeys.in(text));
      }
    }
  }

  @Test
  void idsOfNamesInAsciiAreThoseOfAllNames() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < Effort.of(5_000, 100_000); i++) {
      StringBuilder name = new StringBuilder();
      for (int length = random.nextInt(24); length > 0; length--) {
        name.append((char) random.nextInt(0x80));
      }
      String plain =
          LATIN
              .transliterate(name.toString())
              .toLowerCase(Locale.ROOT)
              .replaceAll("['’ʹʺ]", "")
              .replaceAll("[^a-z0-9]+", "-")
              .replaceAll("^-|-$", "");
      assertEquals(plain, ReadableIds.slug(name.toString()), name.toString());
    }
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(5); length > 0; length--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
