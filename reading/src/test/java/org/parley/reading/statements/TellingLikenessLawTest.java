package org.parley.reading.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.date.Edtf;
import org.parley.reading.Attribution;
import org.parley.reading.SaidStance;

/// Likeness of tellings: the same either way round, most to itself, more by rare words.
@NullMarked
class TellingLikenessLawTest {

  private static final String[] WORDS = {
    "harbour", "dues", "customs", "annex", "fish", "quota", "border", "treaty", "prisoners", "truce"
  };

  private final TellingLikeness likeness = new TellingLikeness(new TellingMemory(null, "en"));

  private static Telling telling(
      String subject,
      String words,
      @Nullable Integer tenths,
      @Nullable String condition,
      @Nullable String said,
      LocalDate published) {
    return new Telling(
        0,
        1,
        null,
        "Ann Berg",
        null,
        said == null ? null : Edtf.of(said),
        published,
        subject,
        Set.of(),
        tenths == null ? SaidStance.OPEN : SaidStance.SHARE,
        tenths,
        condition,
        words,
        Attribution.REPORTED_SPEECH,
        80);
  }

  private TellingLikeness.Seen see(String subject, String words) {
    return likeness.see(telling(subject, words, null, null, null, LocalDate.of(2033, 5, 4)));
  }

  private static String some(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return String.join(" ", words);
  }

  private List<TellingLikeness.Seen> several(int seed) {
    Random random = new Random(seed);
    List<TellingLikeness.Seen> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(
          likeness.see(
              telling(
                  some(random, 1 + random.nextInt(3)),
                  some(random, 3 + random.nextInt(4)),
                  random.nextInt(4) == 0 ? 900 : null,
                  random.nextInt(3) == 0 ? some(random, 2) : null,
                  random.nextBoolean() ? "2033-05-0" + (1 + random.nextInt(6)) : null,
                  LocalDate.of(2033, 5, 1 + random.nextInt(6)))));
    }
    return all;
  }

  @Test
  void itIsTheSameEitherWayRound() {
    for (int seed = 0; seed < 30; seed++) {
      List<TellingLikeness.Seen> all = several(seed);
      for (TellingLikeness.Seen one : all) {
        for (TellingLikeness.Seen other : all) {
          assertEquals(likeness.of(one, other), likeness.of(other, one), 1e-9);
          assertEquals(likeness.subject(one, other), likeness.subject(other, one), 1e-9);
          assertEquals(likeness.isOneMatter(one, other), likeness.isOneMatter(other, one));
          assertEquals(likeness.mayBeOne(one, other, 1), likeness.mayBeOne(other, one, 1));
        }
      }
    }
  }

  @Test
  void nothingIsMoreAlikeThanItself() {
    for (int seed = 0; seed < 30; seed++) {
      List<TellingLikeness.Seen> all = several(seed);
      for (TellingLikeness.Seen one : all) {
        assertEquals(1, likeness.subject(one, one), 1e-9);
        assertTrue(likeness.mayBeOne(one, one, 0));
        for (TellingLikeness.Seen other : all) {
          assertTrue(likeness.of(one, other) <= likeness.of(one, one) + 1e-9);
          assertTrue(likeness.subject(one, other) >= 0);
          assertTrue(likeness.subject(one, other) <= 1 + 1e-9);
        }
      }
    }
  }

  @Test
  void aWordThatFewUseWeighsMore() {
    for (int i = 0; i < 20; i++) {
      var _ = see("the treaty", "the treaty is open");
    }
    TellingLikeness.Seen rare = see("lighthouse of the treaty", "it is open");
    double byRare = likeness.subject(rare, see("the lighthouse by the sea", "it remains"));
    double byCommon = likeness.subject(rare, see("the treaty by the sea", "it remains"));
    assertTrue(byRare > byCommon, byRare + " " + byCommon);
  }

  @Test
  void otherConditionsAreOtherStatements() {
    LocalDate day = LocalDate.of(2033, 5, 4);
    TellingLikeness.Seen one =
        likeness.see(telling("the truce", "the truce", null, "prisoners are home", null, day));
    TellingLikeness.Seen other =
        likeness.see(telling("the truce", "the truce", null, "sanctions end", null, day));
    assertEquals(0, likeness.of(one, other));
  }

  @Test
  void aDayWithoutWordsIsTakenWithSlack() {
    LocalDate day = LocalDate.of(2033, 5, 4);
    Telling said = telling("truce", "truce", null, null, "2033-05-02", day);
    Telling same = telling("truce", "truce", null, null, "2033-05-04", day);
    Telling silent = telling("truce", "truce", null, null, null, day);
    assertFalse(TellingLikeness.isNear(said, same, 1));
    assertTrue(TellingLikeness.isNear(said, same, 2));
    assertTrue(TellingLikeness.isNear(said, silent, 1));
  }

  @Test
  void namesOfACountryAreOneTerm() {
    TellingTerms terms = new TellingTerms("en");
    assertEquals(terms.of("Norway"), terms.of("Norwegian"));
    assertEquals(terms.of("the U.S. plan"), terms.of("the US plan"));
    assertEquals(terms.of("prisoners"), terms.of("prisoner"));
    assertEquals(Set.of(), terms.of(null));
    assertEquals(Set.of(), terms.of("  , - "));
    assertFalse(terms.of("20 points").equals(terms.of("19 points")));
  }
}
