package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, abc, 0",
    "'', abc, 3",
    "kitten, sitting, 3",
    "ca, abc, 3",
    "claims, cliams, 1",
    "p14, p41, 1",
    "party, parties, 3",
  })
  void editsBetween(String a, String b, int edits) {
    assertEquals(edits, Spelling.distance(a, b));
    assertEquals(edits, Spelling.distance(b, a));
  }

  @ParameterizedTest
  @CsvSource({
    "cliams, claims",
    "claim, claims",
    "Claims, claims",
    "ad_referendum, ad-referendum",
    "p41, p14",
    "uk, UA",
  })
  void nearest(String written, String meant) {
    assertEquals(
        Optional.of(meant),
        Spelling.nearest(written, List.of("parties", "claims", "ad-referendum", "p14", "UA")));
  }

  /// Where it stops early, the distance is beyond the bound; elsewhere it is the distance.
  @Test
  void aBoundChangesNothingWithinIt() {
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      String a = word(random);
      String b = word(random);
      int whole = Spelling.distance(a, b);
      int most = random.nextInt(4);
      int bounded = Spelling.distance(a, b, most);
      assertEquals(whole > most, bounded > most, a + " " + b + " " + most);
      assertEquals(whole <= most ? whole : bounded, bounded, a + " " + b + " " + most);
    }
  }

  @Test
  void nothingIsNear() {
    assertEquals(Optional.empty(), Spelling.nearest("zebra", List.of("claims", "parties")));
    assertEquals(Optional.empty(), Spelling.nearest("", List.of("claims")));
    assertEquals(Optional.empty(), Spelling.nearest("claims", List.of()));
  }

  /// Names of one letter have nothing in common with each other.
  @Test
  void anotherLetterIsNotNear() {
    assertEquals(Optional.empty(), Spelling.nearest("Z", List.of("A", "B")));
    assertEquals(Optional.of("a"), Spelling.nearest("A", List.of("a", "B")));
    assertEquals(Optional.of("AB"), Spelling.nearest("A", List.of("AB", "B")));
  }

  /// Fewest edits, then the nearest length, then the alphabet.
  @Test
  void amongSeveral() {
    assertEquals(Optional.of("p214"), Spelling.nearest("p114", List.of("p14", "p214")));
    assertEquals(Optional.of("p12"), Spelling.nearest("p1", List.of("p13", "p12")));
    assertEquals(Optional.of("p2"), Spelling.nearest("p1", List.of("p12", "p3", "p2")));
  }

  /// Against the recursion of the definition, on every pair of short words.
  @Test
  void editsAsDefined() {
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      String a = word(random);
      String b = word(random);
      assertEquals(recursive(a, b), Spelling.distance(a, b), a + " " + b);
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  private static int recursive(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    String shorterA = a.substring(1);
    String shorterB = b.substring(1);
    int best =
        Math.min(
            Math.min(recursive(shorterA, b), recursive(a, shorterB)) + 1,
            recursive(shorterA, shorterB) + (a.charAt(0) == b.charAt(0) ? 0 : 1));
    boolean swapped =
        a.length() > 1
            && b.length() > 1
            && a.charAt(0) == b.charAt(1)
            && a.charAt(1) == b.charAt(0);
    return swapped ? Math.min(best, recursive(a.substring(2), b.substring(2)) + 1) : best;
  }
}
