package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.InvalidValueException;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.Grade;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.position.Worth;
import org.parley.model.position.WorthCurve;
import org.parley.model.text.Amount;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Quantity;

/// Quantities and ranges that make no sense are refused, each for its own reason.
class QuantityChecksTest {

  private static final Visibility OPEN = new Visibility.Public();

  private static Quantity quantity(String unit, String least, String most, String step) {
    return new Quantity(
        LocalizedText.of(unit), new Amount(least), new Amount(most), new Amount(step));
  }

  private static Point point(@Nullable Quantity quantity, String... options) {
    return new Point(
        new PointId("p"),
        "1",
        LocalizedText.of("Troops"),
        null,
        new InstrumentId("treaty"),
        null,
        null,
        false,
        Point.Content.REPORTED,
        List.of(),
        null,
        List.of(),
        List.of(options).stream()
            .map(
                each ->
                    new Option(
                        new OptionId(each),
                        LocalizedText.of(each),
                        null,
                        List.of(),
                        List.of(),
                        OPEN))
            .toList(),
        quantity,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        OPEN);
  }

  private static Position position(
      @Nullable Integer rank,
      @Nullable Worth weight,
      Map<OptionId, Grade> grades,
      @Nullable AcceptedRange range) {
    return new Position(
        new PositionId("q"),
        new PartyId("A"),
        new PointId("p"),
        null,
        null,
        null,
        null,
        rank,
        weight,
        grades,
        Map.of(),
        range,
        List.of(),
        List.of(),
        true,
        List.of(),
        OPEN);
  }

  private static List<String> found(Point point, @Nullable Position position) {
    List<CaseRecord> records =
        new java.util.ArrayList<>(
            List.of(
                new Party(
                    new PartyId("A"),
                    LocalizedText.of("A"),
                    null,
                    PartyKind.STATE,
                    List.of(),
                    null,
                    List.of(),
                    OPEN),
                new Instrument(
                    new InstrumentId("treaty"),
                    LocalizedText.of("Treaty"),
                    null,
                    InstrumentKind.TREATY,
                    null,
                    List.of(new PartyId("A")),
                    null,
                    PackageRule.SEPARABLE,
                    List.of(),
                    List.of(),
                    List.of(),
                    OPEN),
                point));
    if (position != null) {
      records.add(position);
    }
    return CaseChecks.problems(new CaseInfo("Case", null, List.of()), records).stream()
        .map(Told::of)
        .toList();
  }

  private static void quantity(Quantity quantity, String... expected) {
    assertEquals(List.of(expected), found(point(quantity), null));
  }

  @Test
  void quantities() {
    quantity(quantity("troops", "0", "10", "2.5"));
    quantity(quantity("troops", "-1.5", "0", "0.5"));
    quantity(quantity(" ", "0", "10", "1"), "quantity.unit: blank(unit) [ ]");
    quantity(
        new Quantity(
            LocalizedText.of(Map.of("en_", "men")),
            new Amount("0"),
            new Amount("1"),
            new Amount("1")),
        "quantity.unit.en_: not-a-language-tag [en_]");
    quantity(quantity("troops", "0", "10", "0"), "quantity.step: step-not-positive [0]");
    quantity(quantity("troops", "0", "10", "-1"), "quantity.step: step-not-positive [-1]");
    quantity(quantity("troops", "10", "10", "1"), "quantity.most: most-not-above-least [10]");
    quantity(quantity("troops", "0", "10", "3"), "quantity.step: step-does-not-divide(9) [3]");
    quantity(
        quantity("troops", "0", "1000000000", "1"),
        "quantity.step: too-many-values(1000000000) [1]");
    quantity(quantity("troops", "1", "1000000000", "1"));
    assertEquals(
        List.of("quantity: options-and-quantity [1]"),
        found(point(quantity("troops", "0", "10", "1"), "some"), null));
  }

  private static void range(
      @Nullable String atLeast,
      @Nullable String atMost,
      @Nullable WorthCurve worth,
      String... expected) {
    AcceptedRange range =
        new AcceptedRange(
            atLeast == null ? null : new Amount(atLeast),
            atMost == null ? null : new Amount(atMost),
            worth);
    assertEquals(
        List.of(expected),
        found(
            point(quantity("troops", "100", "200", "10")), position(null, null, Map.of(), range)));
  }

  private static WorthCurve through(Object... points) {
    Map<Amount, Worth> all = new java.util.TreeMap<>();
    for (int i = 0; i < points.length; i += 2) {
      all.put(new Amount((String) points[i]), Worth.exactly((Integer) points[i + 1]));
    }
    return new WorthCurve.Through(all);
  }

  @Test
  void ranges() {
    range("110", "190", new WorthCurve.Peaks(new Amount("150")));
    range(null, null, new WorthCurve.Rises());
    range("90", null, null, "range.atLeast: amount-outside(100, 200) [90]");
    range(null, "201", null, "range.atMost: amount-outside(100, 200) [201]");
    range("115", null, null, "range.atLeast: amount-off-step(110, 120) [115]");
    range("150", "140", null, "range.atMost: values-reversed [140]");
    range(
        "150",
        "190",
        new WorthCurve.Peaks(new Amount("140")),
        "range.worth.at: peak-not-accepted [140]");
    range(
        null,
        "190",
        new WorthCurve.Peaks(new Amount("200")),
        "range.worth.at: peak-not-accepted [200]");
    range(
        null,
        null,
        new WorthCurve.Peaks(new Amount("210")),
        "range.worth.at: amount-outside(100, 200) [210]");
    range(null, null, through("100", 3), "range.worth.points: one-worth-of-range [3]");
    range(
        null,
        null,
        through("100", 3, "205", 5),
        "range.worth.points.205: amount-outside(100, 200) [205]");
  }

  @Test
  void rangesFitTheirPoint() {
    AcceptedRange any = new AcceptedRange(null, null, null);
    assertEquals(
        List.of("range: range-without-quantity [p]"),
        found(point(null, "some", "none"), position(null, null, Map.of(), any)));
    Point troops = point(quantity("troops", "0", "10", "1"));
    assertEquals(
        List.of(
            "grades.some: no-such-id(option some, false) [some]", "grades: grades-of-quantity [p]"),
        found(troops, position(null, null, Map.of(new OptionId("some"), Grade.PREFERRED), any)));
    AcceptedRange written = new AcceptedRange(null, null, through("0", 0, "10", 5));
    assertEquals(
        List.of("rank: weight-and-worths [1]"),
        found(troops, position(1, null, Map.of(), written)));
    assertEquals(
        List.of("weight: weight-and-worths [4]"),
        found(troops, position(null, Worth.exactly(4), Map.of(), written)));
  }

  @Test
  void amountsAreDecimalsWithoutSeparators() {
    assertEquals("2.5", new Amount("2.50").said());
    assertEquals("0", new Amount("-0.0").said());
    assertEquals(new Amount("600000"), new Amount("600000.0"));
    refused("2,5", "separated-amount");
    refused("600,000", "separated-amount");
    refused("600 000", "separated-amount");
    refused("600.000.000", "separated-amount");
    refused("many", "not-an-amount");
    refused("", "not-an-amount");
    refused("1e3", "not-an-amount");
    refused("1234567890123456", "amount-too-long");
  }

  private static void refused(String said, String code) {
    InvalidValueException refused =
        assertThrows(InvalidValueException.class, () -> new Amount(said));
    assertEquals(code, refused.why().code());
  }
}
