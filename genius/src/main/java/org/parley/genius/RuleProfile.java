package org.parley.genius;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.parley.exact.Rational;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.Decimals;
import org.parley.genius.file.XmlElement;
import org.parley.genius.utility.OptionBox;
import org.parley.genius.utility.ProfileNote;
import org.parley.genius.utility.UtilityBuilder;

/// Reads a profile of ranks and zeroing rules: the mean over issues of rank by largest rank. A rule
/// may zero one issue, or all.
///
/// The packages of a rule are a union of boxes. Made disjoint, each subtracts the worth of the
/// options in it.
final class RuleProfile {

  /// The most boxes that rules may fall apart into.
  private static final int MOST_BOXES = 20_000;

  private final GeniusDomain domain;
  private final UtilityBuilder utility;
  private final List<OptionBox> zeroed = new ArrayList<>();
  private final Map<Integer, List<OptionBox>> zeroedAt = new HashMap<>();
  private final SortedSet<Integer> ranked = new TreeSet<>();

  private RuleProfile(GeniusDomain domain, UtilityBuilder utility) {
    this.domain = domain;
    this.utility = utility;
  }

  static void read(
      GeniusDomain domain, XmlElement profile, UtilityBuilder utility, List<ProfileNote> notes)
      throws BadFileException {
    XmlElement rules = profile.get("objective").get("rules");
    var reader = new RuleProfile(domain, utility);
    reader.ranks(rules.get("ranks"));
    XmlElement constraints = rules.get("constraints");
    for (XmlElement constraint : constraints.list("constraint")) {
      reader.rule(constraint, notes);
    }
    reader.zero(constraints);
  }

  private void ranks(XmlElement ranks) throws BadFileException {
    List<XmlElement> issues = ranks.list("issue");
    for (XmlElement element : issues) {
      GeniusDomain.Issue issue = domain.issue(element);
      if (!ranked.add(issue.point())) {
        throw element.wrong(new GeniusFault.RankedTwice(issue.name()));
      }
      Map<Integer, Integer> ranked = new HashMap<>();
      int largest = 0;
      for (XmlElement item : element.list("item")) {
        int rank = item.whole("rank");
        ranked.put(issue.option(item, item.attribute("value")), rank);
        largest = Math.max(largest, rank);
      }
      if (ranked.size() < issue.values().size() || largest <= 0) {
        throw element.wrong(new GeniusFault.UnrankedValue(issue.name()));
      }
      for (var each : ranked.entrySet()) {
        utility.add(
            issue.point(),
            each.getKey(),
            Rational.of(each.getValue(), (long) largest * issues.size()));
      }
    }
  }

  private void rule(XmlElement rule, List<ProfileNote> notes) throws BadFileException {
    String type = rule.attribute("type");
    switch (type) {
      case "inclusiveZeroOutcomeConstraint" -> zeroed.add(inclusive(rule));
      case "conditionalZeroOutcomeConstraint" -> zeroed.addAll(conditionalOutcome(rule));
      case "zeroConstraint" -> at(rule).add(assigned(rule));
      case "conditionalZeroConstraint" ->
          at(rule)
              .add(with(assigned(rule), rule, value -> !value.contains(rule.attribute("value"))));
      case "sumZeroConstraint" -> sums(rule, value -> value.contains(rule.attribute("value")));
      case "sumZeroNotConstraint" -> sums(rule, value -> !value.contains(rule.attribute("value")));
      case "sumZeroConstraintList" -> {
        List<String> listed = new ArrayList<>();
        for (XmlElement condition : rule.list("condition")) {
          listed.add(condition.attribute("value"));
        }
        sums(rule, value -> listed.stream().anyMatch(value::contains));
      }
      default -> notes.add(new ProfileNote.UnreadConstraint(rule.file(), rule.line(), type));
    }
  }

  /// A test of a value that may find the rule wrong.
  private interface Match {
    boolean holds(String value) throws BadFileException;
  }

  private List<OptionBox> at(XmlElement rule) throws BadFileException {
    return zeroedAt.computeIfAbsent(domain.issue(rule).point(), _ -> new ArrayList<>());
  }

  private OptionBox with(OptionBox box, XmlElement reference, Match match) throws BadFileException {
    GeniusDomain.Issue issue = domain.issue(reference);
    SortedSet<Integer> options = new TreeSet<>();
    for (int option = 0; option < issue.values().size(); option++) {
      if (match.holds(issue.values().get(option))) {
        options.add(option);
      }
    }
    return box.with(issue.point(), options);
  }

  private static int number(XmlElement rule, String value) throws BadFileException {
    return Decimals.parseWhole(value)
        .orElseThrow(() -> rule.wrong(new GeniusFault.RuleNeedsNumber(value)));
  }

  /// All checks hold; of "numeric=positive" GENIUS asks no more than that the value is not
  /// negative.
  private OptionBox inclusive(XmlElement rule) throws BadFileException {
    OptionBox box = OptionBox.ALL;
    for (XmlElement check : rule.list("checkassignment")) {
      String condition = check.attribute("condition");
      Match match = value -> value.contains(condition);
      if (condition.contains("numeric") && condition.contains("positive")) {
        match = value -> number(check, value) >= 0;
      } else if (condition.contains("numeric") && condition.contains("negative")) {
        match = value -> number(check, value) <= 0;
      } else if (condition.contains("numeric")) {
        match = _ -> true;
      }
      box = with(box, check, match);
    }
    return box;
  }

  /// The first issue is above (or below) 0 and the second has not the value.
  private List<OptionBox> conditionalOutcome(XmlElement rule) throws BadFileException {
    TreeMap<Integer, XmlElement> checks = new TreeMap<>();
    for (XmlElement check : rule.list("checkassignment")) {
      checks.put(check.whole("index"), check);
    }
    if (checks.size() != 2) {
      throw rule.wrong(new GeniusFault.CheckCount(checks.size()));
    }
    XmlElement number = checks.firstEntry().getValue();
    XmlElement other = checks.lastEntry().getValue();
    IntPredicate asked =
        switch (number.attribute("condition")) {
          case "numeric=positive" -> value -> value > 0;
          case "numeric=negative" -> value -> value < 0;
          default -> _ -> false;
        };
    String condition = other.attribute("condition");
    if (!number.attribute("condition").startsWith("numeric=")) {
      return List.of();
    }
    OptionBox box = with(OptionBox.ALL, number, value -> asked.test(number(number, value)));
    return List.of(with(box, other, value -> !value.contains(condition)));
  }

  private OptionBox assigned(XmlElement rule) throws BadFileException {
    OptionBox box = OptionBox.ALL;
    for (XmlElement assignment : rule.list("valueassignment")) {
      String wanted = assignment.attribute("value");
      box = with(box, assignment, wanted::equals);
    }
    return box;
  }

  /// The values of some issues add up to between `min` and `max`, and the issue of the rule
  /// matches.
  private void sums(XmlElement rule, Match match) throws BadFileException {
    int min = rule.whole("min");
    int max = rule.whole("max");
    List<OptionBox> boxes = new ArrayList<>();
    add(rule, 0, with(OptionBox.ALL, rule, match), 0, sum -> min <= sum && sum <= max, boxes);
    at(rule).addAll(boxes);
  }

  private void add(
      XmlElement rule,
      int related,
      OptionBox box,
      long sum,
      Predicate<Long> within,
      List<OptionBox> boxes)
      throws BadFileException {
    List<XmlElement> items = rule.list("item");
    if (related == items.size()) {
      if (within.test(sum) && !box.isEmpty()) {
        boxes.add(box);
      }
      if (boxes.size() > MOST_BOXES) {
        throw tooMany(rule);
      }
      return;
    }
    XmlElement item = items.get(related);
    GeniusDomain.Issue issue = domain.issue(item);
    for (int option = 0; option < issue.values().size(); option++) {
      String value = issue.values().get(option);
      add(
          rule,
          related + 1,
          with(box, item, value::equals),
          sum + number(item, value),
          within,
          boxes);
    }
  }

  private static BadFileException tooMany(XmlElement rules) {
    return rules.wrong(new GeniusFault.TooManyCombinations(MOST_BOXES));
  }

  /// Subtracts the worth of the options in the packages that a rule zeroes.
  private void zero(XmlElement constraints) throws BadFileException {
    int[] counts = utility.optionCounts();
    Rational[][] worths = utility.worths();
    for (int point : ranked) {
      List<OptionBox> boxes = new ArrayList<>(zeroed);
      boxes.addAll(zeroedAt.getOrDefault(point, List.of()));
      for (OptionBox box : disjoint(boxes, counts, constraints)) {
        for (int option = 0; option < counts[point]; option++) {
          utility.add(
              box.with(point, new TreeSet<>(List.of(option))),
              Rational.ZERO.minus(worths[point][option]));
        }
      }
    }
  }

  private static List<OptionBox> disjoint(
      List<OptionBox> boxes, int[] counts, XmlElement constraints) throws BadFileException {
    List<OptionBox> disjoint = new ArrayList<>();
    for (OptionBox box : boxes) {
      List<OptionBox> pieces = List.of(box);
      for (OptionBox known : List.copyOf(disjoint)) {
        List<OptionBox> rest = new ArrayList<>();
        pieces.forEach(piece -> rest.addAll(piece.minus(known, counts)));
        pieces = rest;
      }
      pieces.stream().filter(piece -> !piece.isEmpty()).forEach(disjoint::add);
      if (disjoint.size() > MOST_BOXES) {
        throw tooMany(constraints);
      }
    }
    return disjoint;
  }
}
