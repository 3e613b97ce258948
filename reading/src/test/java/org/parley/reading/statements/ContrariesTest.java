package org.parley.reading.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.reading.Attribution;
import org.parley.reading.SaidStance;

/// Which stances of one speaker on one subject exclude each other.
@NullMarked
class ContrariesTest {

  /// Each pair once, under the stance that comes first.
  private static final Map<SaidStance, Set<SaidStance>> AGAINST =
      new EnumMap<>(
          Map.of(
              SaidStance.AGREED,
              EnumSet.of(
                  SaidStance.OPEN,
                  SaidStance.CONDITIONAL,
                  SaidStance.REJECTED,
                  SaidStance.MOSTLY_AGREED,
                  SaidStance.SHARE,
                  SaidStance.FINAL_SOON,
                  SaidStance.DENIED_REPORT),
              SaidStance.REJECTED,
              EnumSet.of(
                  SaidStance.OPEN,
                  SaidStance.CONDITIONAL,
                  SaidStance.MOSTLY_AGREED,
                  SaidStance.SHARE,
                  SaidStance.FINAL_SOON),
              SaidStance.MOSTLY_AGREED,
              EnumSet.of(SaidStance.SHARE, SaidStance.FINAL_SOON, SaidStance.DENIED_REPORT),
              SaidStance.SHARE,
              EnumSet.of(SaidStance.FINAL_SOON, SaidStance.DENIED_REPORT),
              SaidStance.FINAL_SOON,
              EnumSet.of(SaidStance.DENIED_REPORT),
              SaidStance.RECEIVED,
              EnumSet.of(SaidStance.NOT_RECEIVED, SaidStance.DENIED_REPORT)));

  private static Telling telling(SaidStance stance, @Nullable Integer tenths) {
    return new Telling(
        0,
        1,
        null,
        "Ann Berg",
        null,
        null,
        LocalDate.of(2033, 5, 4),
        "the harbour",
        Set.of(),
        stance,
        tenths,
        null,
        "the harbour",
        Attribution.REPORTED_SPEECH,
        80);
  }

  private static boolean isNamed(SaidStance one, SaidStance other) {
    return AGAINST.getOrDefault(one, Set.of()).contains(other);
  }

  @Test
  void everyPairOfStances() {
    for (SaidStance one : SaidStance.values()) {
      for (SaidStance other : SaidStance.values()) {
        assertEquals(
            isNamed(one, other) || isNamed(other, one),
            Contraries.of(telling(one, null), telling(other, null)),
            one + " and " + other);
      }
    }
  }

  @Test
  void twoFiguresExcludeEachOther() {
    assertEquals(
        true, Contraries.of(telling(SaidStance.SHARE, 900), telling(SaidStance.SHARE, 950)));
    assertEquals(
        false, Contraries.of(telling(SaidStance.SHARE, 900), telling(SaidStance.SHARE, 900)));
    assertEquals(
        false, Contraries.of(telling(SaidStance.SHARE, 900), telling(SaidStance.SHARE, null)));
  }
}
