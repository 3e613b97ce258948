package org.parley.exchange.bargaining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;
import org.parley.exchange.tree.JsonReader;
import org.parley.exchange.tree.JsonValue;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.genius.utility.ImportedProblem;
import org.parley.genius.utility.OptionBox;
import org.parley.genius.utility.Utility;
import org.parley.genius.utility.UtilityBuilder;
import org.parley.genius.utility.UtilityScale;

/// Reads GeniusWeb profiles: `LinearAdditiveUtilitySpace` and `SumOfGroupsUtilitySpace`, each with
/// its domain.
///
/// The utility of the reservation bid is the baseline; without one the party signs anything.
/// Missing utilities are 0, as in GeniusWeb.
final class GeniusWebFiles {

  private static final int MOST_VALUES = 10_000;
  private static final Rational ROUNDING = Rational.of(100_000_000);

  private final Naming naming;
  private final UtilityBuilder utility;
  private final JsonValue.Members space;

  private GeniusWebFiles(Naming naming, JsonValue.Members space) {
    this.naming = naming;
    this.space = space;
    utility = new UtilityBuilder(naming.points());
  }

  static ImportedProblem read(List<InputFile> files, @Nullable Integer digits)
      throws BadFileException {
    List<Utility> utilities = new ArrayList<>();
    List<Problem.Point> points = List.of();
    for (InputFile file : files) {
      JsonValue.Members root = JsonReader.read(file).members();
      if (root.find("issuesValues").isPresent()) {
        throw root.wrong(
            "this is a domain, and profiles have it in them", "name the profiles alone");
      }
      Optional<JsonValue> additive = root.find("LinearAdditiveUtilitySpace");
      Optional<JsonValue> groups = root.find("SumOfGroupsUtilitySpace");
      if (additive.isEmpty() && groups.isEmpty()) {
        throw root.wrong(
            "there is no LinearAdditiveUtilitySpace and no SumOfGroupsUtilitySpace in it",
            "name profiles with utilities; an order alone states none");
      }
      JsonValue.Members space = additive.or(() -> groups).orElseThrow().members();
      List<Problem.Point> own = points(space.get("domain").members());
      if (points.isEmpty()) {
        points = own;
      } else if (!alike(points, own)) {
        throw space
            .get("domain")
            .wrong(
                "the domain is another than that of the first profile",
                "name profiles of one domain");
      }
      var reader = new GeniusWebFiles(new Naming(points), space);
      if (additive.isPresent()) {
        reader.additive();
      } else {
        reader.groups();
      }
      utilities.add(
          reader.utility.build(
              Naming.partyOf(file.name()), file.name(), reader.reservation(), false));
    }
    return UtilityScale.of(points, utilities, digits, List.of());
  }

  private static boolean alike(List<Problem.Point> one, List<Problem.Point> other) {
    return asSets(one).equals(asSets(other));
  }

  private static Map<String, Set<String>> asSets(List<Problem.Point> points) {
    Map<String, Set<String>> sets = new LinkedHashMap<>();
    points.forEach(point -> sets.put(point.id(), new HashSet<>(point.options())));
    return sets;
  }

  private static List<Problem.Point> points(JsonValue.Members domain) throws BadFileException {
    List<Problem.Point> points = new ArrayList<>();
    JsonValue.Members issues = domain.get("issuesValues").members();
    for (var issue : issues.values().entrySet()) {
      JsonValue.Members values = issue.getValue().members();
      List<String> options =
          values.find("range").isPresent()
              ? range(values.get("range"))
              : names(values.get("values"));
      if (options.isEmpty()) {
        throw values.wrong("the issue has no values", "add one");
      }
      points.add(new Problem.Point(issue.getKey(), options));
    }
    if (points.isEmpty()) {
      throw issues.wrong("there is no issue", "add one");
    }
    return points;
  }

  private static List<String> names(JsonValue values) throws BadFileException {
    List<String> names = new ArrayList<>();
    for (JsonValue value : values.items()) {
      if (names.contains(value.name())) {
        throw value.wrong("\"" + value.name() + "\" stands twice", "take one out");
      }
      names.add(value.name());
    }
    return names;
  }

  /// The numbers from the first to the second in steps of the third.
  private static List<String> range(JsonValue range) throws BadFileException {
    List<JsonValue> bounds = range.items();
    if (bounds.size() != 3) {
      throw range.wrong("it should hold lowest, highest and step", "write [0, 10, 1]");
    }
    Rational high = bounds.get(1).decimal();
    Rational step = bounds.get(2).decimal();
    if (step.signum() <= 0) {
      throw bounds.get(2).wrong("the step is not above 0", "write [0, 10, 1]");
    }
    List<String> options = new ArrayList<>();
    for (Rational value = bounds.getFirst().decimal();
        value.compareTo(high) <= 0;
        value = value.plus(step)) {
      options.add(decimal(value));
      if (options.size() > MOST_VALUES) {
        throw range.wrong(
            "it has more than " + MOST_VALUES + " numbers in it", "make the step larger");
      }
    }
    return options;
  }

  /// A fraction of tens as a decimal.
  private static String decimal(Rational value) {
    return new BigDecimal(value.numerator())
        .divide(new BigDecimal(value.denominator()))
        .toPlainString();
  }

  private void additive() throws BadFileException {
    JsonValue.Members weights = space.get("issueWeights").members();
    JsonValue.Members issues = space.get("issueUtilities").members();
    naming.checkIssues(weights);
    naming.checkIssues(issues);
    for (var issue : issues.values().entrySet()) {
      int point = naming.point(issue.getValue(), issue.getKey());
      Rational weight = weights.get(issue.getKey()).decimal();
      JsonValue.Members kind = issue.getValue().members();
      Optional<JsonValue> discrete = kind.findFirst("DiscreteValueSetUtilities", "discreteutils");
      Optional<JsonValue> numbers = kind.findFirst("NumberValueSetUtilities", "numberutils");
      if (discrete.isPresent()) {
        JsonValue.Members values = discrete.get().members().get("valueUtilities").members();
        for (var value : values.values().entrySet()) {
          utility.add(
              point,
              naming.option(value.getValue(), point, value.getKey()),
              weight.times(share(value.getValue())));
        }
      } else if (numbers.isPresent()) {
        numbers(point, weight, numbers.get().members());
      } else {
        throw kind.wrong(
            "there are no discrete and no number utilities in it",
            "write DiscreteValueSetUtilities or NumberValueSetUtilities");
      }
    }
  }

  /// A utility, which GeniusWeb holds between 0 and 1.
  private static Rational share(JsonValue stated) throws BadFileException {
    Rational value = stated.decimal();
    if (value.signum() < 0 || value.compareTo(Rational.ONE) > 0) {
      throw stated.wrong("the utility " + stated.name() + " is not between 0 and 1", "divide it");
    }
    return value;
  }

  /// Interpolates between the lowest and the highest value, to eight decimals as GeniusWeb does.
  private void numbers(int point, Rational weight, JsonValue.Members stated)
      throws BadFileException {
    Rational low = stated.get("lowValue").decimal();
    Rational high = stated.get("highValue").decimal();
    Rational lowest = share(stated.get("lowUtility"));
    Rational rise = share(stated.get("highUtility")).minus(lowest);
    if (high.compareTo(low) <= 0) {
      throw stated.wrong("highValue is not above lowValue", "swap them");
    }
    List<String> options = naming.points().get(point).options();
    for (int option = 0; option < options.size(); option++) {
      Rational value = new JsonValue.Text(stated.place(), options.get(option)).decimal();
      if (value.compareTo(low) >= 0 && value.compareTo(high) <= 0) {
        Rational exact = lowest.plus(rise.times(value.minus(low)).dividedBy(high.minus(low)));
        utility.add(
            point,
            option,
            weight.times(new Rational(exact.times(ROUNDING).rounded(), ROUNDING.numerator())));
      }
    }
  }

  private void groups() throws BadFileException {
    Set<Integer> covered = new HashSet<>();
    JsonValue.Members parts = space.get("partUtilities").members();
    for (JsonValue part : parts.values().values()) {
      JsonValue.Members stated =
          part.members()
              .findFirst("PartsUtilities", "partsutils")
              .orElseThrow(() -> part.wrong("there are no parts in it", "write PartsUtilities"))
              .members();
      List<Integer> points = new ArrayList<>();
      for (JsonValue issue : stated.get("issues").items()) {
        int point = naming.point(issue, issue.name());
        points.add(point);
        if (!covered.add(point)) {
          throw issue.wrong("the issue is in two parts", "take it out of one");
        }
      }
      group(points, stated.get("utilslist"));
    }
    if (covered.size() < naming.points().size()) {
      throw parts.wrong("some issue of the domain is in no part", "add a part for it");
    }
  }

  private void group(List<Integer> points, JsonValue list) throws BadFileException {
    Set<OptionBox> known = new HashSet<>();
    for (JsonValue entry : list.items()) {
      List<JsonValue> values = entry.members().get("values").items();
      if (values.size() != points.size()) {
        throw entry.wrong("it should have a value for each issue of the part", "add them");
      }
      OptionBox box = OptionBox.ALL;
      for (int at = 0; at < values.size(); at++) {
        int option = naming.option(values.get(at), points.get(at), values.get(at).name());
        box = box.with(points.get(at), new TreeSet<>(List.of(option)));
      }
      if (!known.add(box)) {
        throw entry.wrong("these values stand twice", "take one out");
      }
      utility.add(box, share(entry.members().get("util")));
    }
  }

  /// The utility of the reservation bid; its open issues count 0.
  private @Nullable Rational reservation() throws BadFileException {
    Optional<JsonValue> bid = space.findFirst("reservationBid");
    if (bid.isEmpty()) {
      return null;
    }
    JsonValue.Members values = bid.get().members().get("issuevalues").members();
    int[] options = new int[naming.points().size()];
    Arrays.fill(options, -1);
    for (var value : values.values().entrySet()) {
      int point = naming.point(value.getValue(), value.getKey());
      options[point] = naming.option(value.getValue(), point, value.getValue().name());
    }
    Rational sum = Rational.ZERO;
    Utility stated = utility.build("", "", null, false);
    for (int point = 0; point < options.length; point++) {
      if (options[point] >= 0) {
        sum = sum.plus(stated.ofOptions().get(point).get(options[point]));
      }
    }
    for (Utility.Extra extra : stated.extras()) {
      if (extra.box().contains(options)) {
        sum = sum.plus(extra.worth());
      }
    }
    return sum;
  }
}
