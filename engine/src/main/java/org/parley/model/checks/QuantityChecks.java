package org.parley.model.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.Position;
import org.parley.model.position.Worth;
import org.parley.model.position.WorthCurve;
import org.parley.model.text.Amount;
import org.parley.model.text.Point;
import org.parley.model.text.Quantity;

/// Validates quantities of points, and the ranges that parties accept of them.
final class QuantityChecks {

  private final RecordsUnderCheck records;
  private final int index;

  QuantityChecks(RecordsUnderCheck records, int index) {
    this.records = records;
    this.index = index;
  }

  void point(Point point) {
    Quantity quantity = point.quantity();
    if (quantity == null) {
      return;
    }
    if (!point.options().isEmpty()) {
      records.options(
          index, point, List.of("quantity"), Rule.Plain.OPTIONS_AND_QUANTITY, point.number());
    }
    if (quantity.unit().isBlank()) {
      report("quantity", "unit", new Rule.Blank("unit"), quantity.unit());
    }
    records.languages(index, List.of("quantity", "unit"), quantity.unit());
    if (quantity.step().value().signum() <= 0) {
      report("quantity", "step", Rule.Plain.STEP_NOT_POSITIVE, quantity.step());
    } else if (quantity.most().compareTo(quantity.least()) <= 0) {
      report("quantity", "most", Rule.Plain.MOST_NOT_ABOVE_LEAST, quantity.most());
    } else if (!quantity.has(quantity.most())) {
      Amount before = quantity.valueBelow(quantity.most());
      report("quantity", "step", new Rule.StepDoesNotDivide(before), quantity.step());
    } else if (!quantity.isSound()) {
      report("quantity", "step", new Rule.TooManyValues(Quantity.MOST_VALUES), quantity.step());
    }
  }

  void position(Position position) {
    AcceptedRange range = position.range();
    Quantity quantity =
        records.record(position.point()) instanceof Point point ? point.quantity() : null;
    if (quantity != null && !(position.grades().isEmpty() && position.worths().isEmpty())) {
      String key = position.grades().isEmpty() ? "worths" : "grades";
      report(key, Rule.Plain.GRADES_OF_QUANTITY, position.point());
    }
    if (range == null) {
      return;
    }
    if (quantity == null) {
      if (records.record(position.point()) instanceof Point) {
        report("range", Rule.Plain.RANGE_WITHOUT_QUANTITY, position.point());
      }
    } else if (quantity.isSound()) {
      range(quantity, range);
      if (range.worth() instanceof WorthCurve.Through
          && (position.rank() != null || position.weight() != null)) {
        String key = position.rank() != null ? "rank" : "weight";
        Object value = position.rank() != null ? position.rank() : position.weight();
        report(key, Rule.Plain.WEIGHT_AND_WORTHS, value);
      }
    }
  }

  private void range(Quantity quantity, AcceptedRange range) {
    Amount atLeast = range.atLeast();
    Amount atMost = range.atMost();
    boolean inside = isValue(quantity, atLeast, "range", "atLeast");
    inside &= isValue(quantity, atMost, "range", "atMost");
    if (atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0) {
      report("range", "atMost", Rule.Plain.VALUES_REVERSED, atMost);
      inside = false;
    }
    switch (range.worth()) {
      case null -> {}
      case WorthCurve.Rises _, WorthCurve.Falls _ -> {}
      case WorthCurve.Peaks(Amount at) -> {
        if (isValue(quantity, at, "range", "worth", "at")
            && inside
            && ((atLeast != null && at.compareTo(atLeast) < 0)
                || (atMost != null && at.compareTo(atMost) > 0))) {
          records.report(index, List.of("range", "worth", "at"), Rule.Plain.PEAK_NOT_ACCEPTED, at);
        }
      }
      case WorthCurve.Through(var points) -> {
        List<String> path = List.of("range", "worth", "points");
        if (points.size() < 2) {
          Worth only = points.values().stream().findFirst().orElse(null);
          records.report(index, path, Rule.Plain.ONE_WORTH_OF_RANGE, only);
        }
        points.keySet().forEach(at -> isValue(quantity, at, "range", "worth", "points", at.said()));
      }
    }
  }

  /// Whether an amount is a value of the quantity, or left out; else it is reported.
  private boolean isValue(Quantity quantity, @Nullable Amount amount, String... path) {
    if (amount == null || quantity.has(amount)) {
      return true;
    }
    Rule rule =
        quantity.spans(amount)
            ? new Rule.AmountOffStep(quantity.valueBelow(amount), quantity.valueAbove(amount))
            : new Rule.AmountOutside(quantity.least(), quantity.most());
    records.report(index, List.of(path), rule, amount);
    return false;
  }

  private void report(String key, Rule rule, @Nullable Object value) {
    records.report(index, List.of(key), rule, value);
  }

  private void report(String key, String below, Rule rule, @Nullable Object value) {
    records.report(index, List.of(key, below), rule, value);
  }
}
