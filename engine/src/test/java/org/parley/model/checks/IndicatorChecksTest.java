package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.Indicator.CrossingDirection;
import org.parley.model.indicator.Indicator.SeriesOrigin;
import org.parley.model.indicator.Indicator.Tripwire;
import org.parley.model.indicator.IndicatorId;
import org.parley.model.indicator.Series;
import org.parley.model.source.SourceId;
import org.parley.model.text.Amount;

class IndicatorChecksTest {

  private static final Tripwire WIRE = new Tripwire(CrossingDirection.UPWARD, new Amount("65"));

  private static void check(
      String title,
      String unit,
      @Nullable Integer delay,
      @Nullable SeriesOrigin origin,
      List<Tripwire> wires,
      String... expected) {
    Indicator indicator =
        new Indicator(
            new IndicatorId("oil"),
            LocalizedText.of(title),
            Indicator.Topic.ENERGY,
            unit,
            delay,
            List.of(),
            origin,
            wires,
            Series.of("2025-11 64"),
            new Visibility.Public());
    assertEquals(
        List.of(expected),
        CaseChecks.problems(new CaseInfo("Case", null, List.of()), List.of(indicator)).stream()
            .map(Told::of)
            .toList());
  }

  private static SeriesOrigin origin(String digest, int rows) {
    return new SeriesOrigin("oil.csv", "of 1 December", digest, rows, "public domain");
  }

  @Test
  void aSourceIsNamedOnce() {
    Indicator indicator =
        new Indicator(
            new IndicatorId("oil"),
            LocalizedText.of("Oil"),
            Indicator.Topic.ENERGY,
            "USD",
            null,
            List.of(new SourceId("eia"), new SourceId("eia")),
            null,
            List.of(),
            Series.of("2025-11 64"),
            new Visibility.Public());
    assertEquals(
        "source.1: named-twice [eia]",
        CaseChecks.problems(new CaseInfo("Case", null, List.of()), List.of(indicator)).stream()
            .map(Told::of)
            .filter(each -> each.contains("twice"))
            .findFirst()
            .orElse(""));
  }

  @Test
  void faultsOfAnIndicator() {
    String digest = "0123456789abcdef".repeat(4);
    check("Oil", "USD", 0, origin(digest, 1), List.of(WIRE));
    check("Oil", "USD", null, null, List.of());
    check(" ", " ", null, null, List.of(), "title: blank(title) [ ]", "unit: blank(unit) [ ]");
    check("Oil", "USD", -1, null, List.of(), "delayDays: negative-delay [-1]");
    check("Oil", "USD", 0, origin("abc", 1), List.of(), "origin.sha256: not-a-digest [abc]");
    check(
        "Oil",
        "USD",
        0,
        origin(digest.toUpperCase(java.util.Locale.ROOT), 0),
        List.of(),
        "origin.sha256: not-a-digest [" + digest.toUpperCase(java.util.Locale.ROOT) + "]",
        "origin.rows: rows-below-one [0]");
    check("Oil", "USD", 0, null, List.of(WIRE, WIRE), "tripwires.1: named-twice [" + WIRE + "]");
  }
}
