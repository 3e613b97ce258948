package org.parley.model.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Quantity;

/// Validates rounds and the packages tabled in them.
final class RoundChecks {

  private final RecordsUnderCheck records;
  private final int index;

  RoundChecks(RecordsUnderCheck records, int index) {
    this.records = records;
    this.index = index;
  }

  void round(Round round) {
    records.words(index, "title", round.title());
    records.once(index, "parties", round.parties());
    records.once(index, "points", round.points());
    records.once(index, "reveals", round.reveals());
    if (Set.copyOf(round.parties()).size() < 2) {
      report(List.of("parties"), Rule.Plain.ROUND_OF_ONE_PARTY, round.id());
    }
    if (round.points().isEmpty()) {
      report(List.of("points"), Rule.Plain.ROUND_ABOUT_NOTHING, round.id());
    }
    ZonedMoment closes = round.closes();
    if (closes == null) {
      if (round.when() == Round.Revealing.CLOSING_HOUR) {
        report(List.of("when"), Rule.Plain.NO_CLOSING_HOUR, round.id());
      }
    } else if (!round.opens().instant().isBefore(closes.instant())) {
      report(List.of("closes"), Rule.Plain.ROUND_CLOSES_FIRST, closes);
    }
  }

  void tabled(TabledPackage tabled) {
    records.words(index, "title", tabled.title());
    if (tabled.version() < 1) {
      report(List.of("version"), Rule.Plain.VERSION_BELOW_ONE, tabled.version());
    }
    var amends = tabled.amends();
    if (amends != null && records.record(amends) instanceof TabledPackage before) {
      if (!before.round().equals(tabled.round())) {
        report(List.of("amends"), new Rule.AmendsInOtherRound(before.round()), amends);
      } else if (before.version() >= tabled.version()) {
        report(List.of("amends"), Rule.Plain.AMENDS_LATER_VERSION, amends);
      }
    }
    if (tabled.provisions().isEmpty()) {
      report(List.of("provisions"), Rule.Plain.PACKAGE_SETTLES_NOTHING, tabled.id());
    }
    recipients(tabled);
    Set<PointId> settled = new HashSet<>();
    for (int i = 0; i < tabled.provisions().size(); i++) {
      TabledProvision each = tabled.provisions().get(i);
      String at = Integer.toString(i);
      if (!settled.add(each.point())) {
        report(List.of("provisions", at, "point"), Rule.Plain.NAMED_TWICE, each.point());
      } else if (records.record(tabled.round()) instanceof Round round
          && !round.points().contains(each.point())) {
        report(
            List.of("provisions", at, "point"),
            new Rule.PointOutsideRound(round.id()),
            each.point());
      }
      provision(at, each);
    }
  }

  /// A package to some needs two of the round at least, or nobody could answer another.
  private void recipients(TabledPackage tabled) {
    List<PartyId> to = tabled.visibility().named();
    if (to.size() > 1
        && records.record(tabled.round()) instanceof Round round
        && round.parties().stream().filter(to::contains).count() < 2) {
      report(
          List.of("visibility"),
          new Rule.TabledOutsideRound(round.id()),
          to.stream().map(PartyId::value).collect(Collectors.joining(", ")));
    }
  }

  private void provision(String at, TabledProvision provision) {
    List<String> path = List.of("provisions", at);
    String text = provision.text();
    if (text == null || text.isBlank()) {
      term(path, provision.point(), provision.option(), provision.value());
    } else {
      chosen(path, provision.point(), provision.option(), provision.value());
    }
  }

  /// Terms on a point, which need an option or a value.
  void term(List<String> path, PointId point, @Nullable OptionId option, @Nullable Amount value) {
    if (option == null && value == null) {
      report(path, Rule.Plain.PROVISION_SAYS_NOTHING, point);
    }
    chosen(path, point, option, value);
  }

  private void chosen(
      List<String> path, PointId id, @Nullable OptionId option, @Nullable Amount value) {
    if (option != null) {
      records.belongsToPoint(index, below(path, "option"), option, "point", List.of(id));
      if (value != null) {
        report(below(path, "value"), Rule.Plain.OPTION_AND_VALUE, value);
      }
    }
    if (value != null && records.record(id) instanceof Point point) {
      value(below(path, "value"), point, value);
    }
  }

  private static List<String> below(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }

  private void value(List<String> path, Point point, Amount value) {
    Quantity quantity = point.quantity();
    if (quantity == null) {
      report(path, Rule.Plain.VALUE_WITHOUT_QUANTITY, value);
    } else if (quantity.isSound() && !quantity.spans(value)) {
      report(path, new Rule.AmountOutside(quantity.least(), quantity.most()), value);
    } else if (quantity.isSound() && !quantity.has(value)) {
      report(
          path,
          new Rule.AmountOffStep(quantity.valueBelow(value), quantity.valueAbove(value)),
          value);
    }
  }

  private void report(List<String> path, Rule rule, Object value) {
    records.report(index, path, rule, value);
  }
}
