package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.bargain.Problem;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.pivot.Pivot;
import org.parley.bargain.pivot.Pivots;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.solve.Solutions;
import org.parley.check.Check;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.Baseline;
import org.parley.model.position.BaselineId;
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

/// A quantity answers as its values written out as options do; values that nobody tells apart and
/// values that all refuse change no answer.
class QuantityLawTest {

  private static final Visibility ALL = new Visibility.Public();
  private static final Budget BUDGET = Budget.unlimited();

  /// A party's view of the quantity.
  ///
  /// @param weight the points between its least and its most liked value
  private record View(AcceptedRange range, long weight) {}

  /// A random world: some parties, two points with options, one quantity.
  private record World(
      Quantity quantity, List<View> views, List<List<List<Long>>> others, List<Long> floors) {

    static World of(long seed) {
      Random random = new Random(seed);
      int steps = 1 + random.nextInt(9);
      BigDecimal step = new BigDecimal(List.of("1", "0.5", "2.5", "1000").get(random.nextInt(4)));
      BigDecimal least = BigDecimal.valueOf(random.nextInt(7) - 3).multiply(step);
      Quantity quantity =
          new Quantity(
              LocalizedText.of("troops"),
              Amount.of(least),
              Amount.of(least.add(step.multiply(BigDecimal.valueOf(steps)))),
              Amount.of(step));
      int parties = 2 + random.nextInt(2);
      List<View> views = new ArrayList<>();
      List<List<List<Long>>> others = new ArrayList<>();
      List<Long> floors = new ArrayList<>();
      for (int party = 0; party < parties; party++) {
        views.add(view(quantity, steps, random));
        List<List<Long>> rows = new ArrayList<>();
        for (int point = 0; point < 2; point++) {
          rows.add(random.longs(3, 0, 12).boxed().toList());
        }
        others.add(rows);
        floors.add((long) random.nextInt(16));
      }
      return new World(quantity, views, others, floors);
    }

    private static View view(Quantity quantity, int steps, Random random) {
      int from = random.nextInt(3) == 0 ? 1 + random.nextInt(steps) : 0;
      int to = random.nextInt(3) == 0 ? from + random.nextInt(steps - from + 1) : steps;
      WorthCurve curve =
          switch (random.nextInt(5)) {
            case 0 -> new WorthCurve.Rises();
            case 1 -> new WorthCurve.Falls();
            case 2 -> new WorthCurve.Peaks(quantity.at(from + random.nextInt(to - from + 1)));
            case 3 -> {
              Map<Amount, Worth> points = new TreeMap<>();
              while (points.size() < 2) {
                points.put(
                    quantity.at(random.nextInt(steps + 1)), Worth.exactly(random.nextInt(13) - 2));
              }
              yield new WorthCurve.Through(points);
            }
            default -> null;
          };
      return new View(
          new AcceptedRange(
              from == 0 ? null : quantity.at(from), to == steps ? null : quantity.at(to), curve),
          random.nextInt(9));
    }

    int values() {
      return quantity.values().intValueExact();
    }

    /// The worth of a value to a party, from first principles.
    long worth(int party, int index) {
      View view = views.get(party);
      Rational last = Rational.of(values() - 1);
      Rational at = Rational.of(index);
      WorthCurve curve = view.range().worth();
      if (curve instanceof WorthCurve.Through(Map<Amount, Worth> points)) {
        return through(points, index);
      }
      Rational share =
          switch (curve) {
            case null -> Rational.ZERO;
            case WorthCurve.Rises _ -> at.dividedBy(last);
            case WorthCurve.Falls _ -> Rational.ONE.minus(at.dividedBy(last));
            case WorthCurve.Peaks(Amount peak) -> {
              Rational top = Rational.of(quantity.indexOf(peak));
              yield at.compareTo(top) == 0
                  ? Rational.ONE
                  : at.compareTo(top) < 0
                      ? at.dividedBy(top)
                      : last.minus(at).dividedBy(last.minus(top));
            }
            case WorthCurve.Through _ -> throw new IllegalStateException("has worths of its own");
          };
      return share.times(Rational.of(view.weight())).rounded().longValueExact();
    }

    private long through(Map<Amount, Worth> points, int index) {
      long before = -1;
      long after = -1;
      for (Amount point : points.keySet()) {
        long place = quantity.indexOf(point);
        before = place <= index ? place : before;
        after = place >= index && after < 0 ? place : after;
      }
      if (before < 0 || after < 0) {
        return at(points, Math.max(before, after));
      }
      Rational low = Rational.of(at(points, before));
      if (before == after) {
        return low.rounded().longValueExact();
      }
      Rational high = Rational.of(at(points, after));
      return low.plus(high.minus(low).times(Rational.of(index - before, after - before)))
          .rounded()
          .longValueExact();
    }

    private long at(Map<Amount, Worth> points, long index) {
      return Objects.requireNonNull(points.get(quantity.at(index))).least();
    }

    boolean refuses(int party, int index) {
      AcceptedRange range = views.get(party).range();
      Amount value = quantity.at(index);
      Amount least = range.atLeast();
      Amount most = range.atMost();
      return (least != null && value.compareTo(least) < 0)
          || (most != null && value.compareTo(most) > 0);
    }

    private List<CaseRecord> frame() {
      List<CaseRecord> records = new ArrayList<>();
      List<PartyId> ids = new ArrayList<>();
      for (int party = 0; party < views.size(); party++) {
        PartyId id = new PartyId("P" + party);
        ids.add(id);
        records.add(
            new Party(
                id,
                LocalizedText.of("Party " + party),
                null,
                PartyKind.STATE,
                List.of(),
                null,
                List.of(),
                ALL));
        records.add(
            new Baseline(
                new BaselineId("b" + party),
                id,
                null,
                null,
                Worth.exactly(floors.get(party)),
                null,
                List.of(),
                true,
                ALL));
        for (int point = 0; point < 2; point++) {
          Map<OptionId, Worth> worths = new TreeMap<>();
          for (int option = 0; option < 3; option++) {
            worths.put(
                new OptionId("o" + point + "-" + option),
                Worth.exactly(others.get(party).get(point).get(option)));
          }
          records.add(position(id, "o" + point, Map.of(), worths, null, null));
        }
      }
      records.add(
          new Instrument(
              new InstrumentId("treaty"),
              LocalizedText.of("Treaty"),
              null,
              InstrumentKind.TREATY,
              null,
              ids,
              null,
              PackageRule.SINGLE_UNDERTAKING,
              List.of(),
              List.of(),
              List.of(),
              ALL));
      for (int point = 0; point < 2; point++) {
        List<Option> options = new ArrayList<>();
        for (int option = 0; option < 3; option++) {
          options.add(option("o" + point + "-" + option));
        }
        records.add(point("o" + point, point, options, null));
      }
      return records;
    }

    /// The case with a quantity.
    PackageProblem withQuantity() {
      List<CaseRecord> records = frame();
      records.add(point("q", 2, List.of(), quantity));
      for (int party = 0; party < views.size(); party++) {
        View view = views.get(party);
        boolean isWritten = view.range().worth() instanceof WorthCurve.Through;
        records.add(
            position(
                new PartyId("P" + party),
                "q",
                Map.of(),
                Map.of(),
                view.range(),
                isWritten ? null : Worth.exactly(view.weight())));
      }
      return problem(records);
    }

    /// The same with each value as an option; the red lines of an ordered point stay one demand.
    Problem withOptions() {
      List<CaseRecord> records = frame();
      List<Option> options = new ArrayList<>();
      for (int index = 0; index < values(); index++) {
        options.add(option("v" + index));
      }
      records.add(point("q", 2, options, null));
      for (int party = 0; party < views.size(); party++) {
        Map<OptionId, Worth> worths = new TreeMap<>();
        Map<OptionId, Grade> grades = new TreeMap<>();
        for (int index = 0; index < values(); index++) {
          OptionId id = new OptionId("v" + index);
          worths.put(id, Worth.exactly(worth(party, index)));
          if (refuses(party, index)) {
            grades.put(id, Grade.RED_LINE);
          }
        }
        records.add(position(new PartyId("P" + party), "q", grades, worths, null, null));
      }
      Problem problem = problem(records).problem();
      List<Problem.Point> points = new ArrayList<>(problem.points());
      points.set(2, new Problem.Point("q", points.get(2).options(), true));
      return new Problem(
          problem.parties(), points, problem.linkages(), problem.jointWorths(), problem.signing());
    }

    private static Option option(String id) {
      return new Option(new OptionId(id), LocalizedText.of(id), null, List.of(), List.of(), ALL);
    }

    private static Point point(
        String id, int number, List<Option> options, @Nullable Quantity quantity) {
      return new Point(
          new PointId(id),
          "" + (number + 1),
          LocalizedText.of("The " + id),
          null,
          new InstrumentId("treaty"),
          null,
          null,
          false,
          Point.Content.REPORTED,
          List.of(),
          null,
          List.of(),
          options,
          quantity,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          ALL);
    }

    private static Position position(
        PartyId party,
        String point,
        Map<OptionId, Grade> grades,
        Map<OptionId, Worth> worths,
        @Nullable AcceptedRange range,
        @Nullable Worth weight) {
      return new Position(
          new PositionId(party + "-" + point),
          party,
          new PointId(point),
          null,
          null,
          null,
          null,
          null,
          weight,
          grades,
          worths,
          range,
          List.of(),
          List.of(),
          true,
          List.of(),
          ALL);
    }

    private static PackageProblem problem(List<CaseRecord> records) {
      Case found = Case.of(new CaseInfo("World", null, List.of()), records);
      return ((PreparedProblem.Ready) CasePackages.of(found.viewFor(new Viewer.Mediator())))
          .packages();
    }
  }

  private static Set<List<Long>> vectors(Problem problem) {
    return Frontiers.findListed(problem, BUDGET).findAnswer().stream()
        .flatMap(Frontier::vectors)
        .map(each -> Arrays.stream(each).boxed().toList())
        .collect(Collectors.toSet());
  }

  private static String word(PartyDemand demand) {
    return switch (demand) {
      case PartyDemand.RedLine(int party, var choice) -> party + " never " + choice;
      case PartyDemand.Limit(int party, var refused, boolean isLeast) ->
          party + (isLeast ? " at least " : " at most ") + refused.point();
      case PartyDemand.OnlyIf(int party, var contingency) -> party + " only if " + contingency;
      case PartyDemand.Baseline(int party, long worth) -> party + " above " + worth;
    };
  }

  private static Set<Set<String>> words(List<List<PartyDemand>> sets) {
    return sets.stream()
        .map(set -> set.stream().map(QuantityLawTest::word).collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  @Test
  void aQuantityAnswersAsItsValuesWrittenOutAsOptions() {
    int withClash = 0;
    for (long seed = 0; seed < 400; seed++) {
      World world = World.of(seed);
      PackageProblem packages = world.withQuantity();
      Problem banded = packages.problem();
      Problem written = world.withOptions();
      String at = "seed " + seed;
      assertEquals(ZoneTable.of(written, BUDGET), ZoneTable.of(banded, BUDGET), at);
      assertEquals(vectors(written), vectors(banded), at);
      for (Solution.Kind kind : Solution.Kind.values()) {
        assertEquals(
            worths(Solutions.find(written, kind, BUDGET)),
            worths(Solutions.find(banded, kind, BUDGET)),
            at + kind);
      }
      Finding<Clashes> finding = Bridges.find(banded, BUDGET);
      Clashes clashes = finding.findAnswer().orElseThrow();
      Clashes expected = Bridges.find(written, BUDGET).findAnswer().orElseThrow();
      assertEquals(words(expected.clashes()), words(clashes.clashes()), at);
      assertEquals(ways(expected), ways(clashes), at);
      assertEquals(new Verdict.Holds(), Check.verify(banded, finding, BUDGET), at);
      assertEquals(swings(written), swings(banded), at);
      withClash += clashes.clashes().isEmpty() ? 0 : 1;
      bandsHoldAlikeValues(world, packages, at);
    }
    assertTrue(withClash > 50, withClash + " worlds with a conflict");
  }

  private static Set<Set<String>> ways(Clashes clashes) {
    return words(clashes.ways().stream().map(Clashes.Way::giveUp).toList());
  }

  private static Set<List<Long>> worths(Finding<Solution> finding) {
    return finding.findAnswer().stream()
        .flatMap(each -> each.outcomes().stream())
        .map(Solution.Outcome::worths)
        .collect(Collectors.toSet());
  }

  /// The part of the worths that hangs on each point.
  private static Map<Integer, Rational> swings(Problem problem) {
    Map<Integer, Rational> swings = new TreeMap<>();
    Pivots.find(problem, false, BUDGET)
        .findAnswer()
        .orElse(List.of())
        .forEach((Pivot pivot) -> swings.put(pivot.point(), pivot.worthSwing()));
    // A quantity with one band has nothing to choose.
    swings.values().removeIf(swing -> swing.signum() == 0);
    return swings;
  }

  private static void bandsHoldAlikeValues(World world, PackageProblem packages, String at) {
    ValueBands bands = Objects.requireNonNull(packages.matters().get(2).bands());
    for (int index = 0; index < world.values(); index++) {
      int band = bands.bandOf(world.quantity().at(index));
      for (int party = 0; party < world.views().size(); party++) {
        int of = party;
        int value = index;
        assertEquals(
            world.worth(party, index),
            packages.problem().parties().get(party).worths().get(2).get(band),
            () -> at + " party " + of + " value " + value);
        assertEquals(
            world.refuses(party, index),
            packages.redLines(party).contains(new org.parley.bargain.Choice(2, band)));
      }
    }
    CommonRange common = CommonRange.of(packages, 2).orElseThrow();
    Set<Amount> accepted = new TreeSet<>();
    for (int index = 0; index < world.values(); index++) {
      int value = index;
      if (java.util.stream.IntStream.range(0, world.views().size())
          .noneMatch(party -> world.refuses(party, value))) {
        accepted.add(world.quantity().at(index));
      }
    }
    assertEquals(accepted.isEmpty(), common.isGap(), at);
    if (!common.isGap()) {
      assertEquals(common.least(), ((TreeSet<Amount>) accepted).first(), at);
      assertEquals(common.most(), ((TreeSet<Amount>) accepted).last(), at);
      assertTrue(accepted.contains(common.middle()), at);
    }
  }
}
