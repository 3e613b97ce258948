package org.parley.reading.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names that are one in spite of accents and transliteration, and those that are two.
@NullMarked
class FoldedNameTest {

  @ParameterizedTest
  @CsvSource({
    "Volodymyr Zelenskyy, Zelensky",
    "Yuri Petrov, Iuri Petrov",
    "Mikhail Khan, Han",
    "Zoë Ängström, Angstrom",
    "Moustafa Youssef, Yusef",
    "Ann Berg, BERG",
    "Sergej Lavrov, Sergey Lavrov"
  })
  void oneLastName(String one, String other) {
    assertEquals(FoldedName.lastName(one), FoldedName.lastName(other));
  }

  @ParameterizedTest
  @CsvSource({"Ann Berg, Ann Bergen", "Karl Oye, Karl Ole", "Tom Hale, Tom Hall"})
  void twoLastNames(String one, String other) {
    assertNotEquals(FoldedName.lastName(one), FoldedName.lastName(other));
  }

  @Test
  void nobodyHasNoLastName() {
    assertEquals("", FoldedName.lastName(""));
    assertEquals("", FoldedName.lastName(" - "));
  }

  @Test
  void wordsAreThoseOfTheTextWithoutSigns() {
    assertEquals(
        List.of("the", "toll", "s", "2nd", "article", "a", "coin"),
        FoldedName.words("The toll's 2nd article: «a coin»!"));
    assertEquals(List.of(), FoldedName.words(" -- "));
    assertEquals(
        List.of("us", "officials", "left", "u"), FoldedName.words("U.S. officials left U."));
  }

  @ParameterizedTest
  @CsvSource({
    "tolls, toll",
    "toll, toll",
    "ferries, ferry",
    "ties, tie",
    "pass, pass",
    "bus, bus",
    "gas, gas",
    "prisoners, prisoner",
    "series, sery"
  })
  void stems(String word, String stem) {
    assertEquals(stem, FoldedName.stem(word));
  }
}
