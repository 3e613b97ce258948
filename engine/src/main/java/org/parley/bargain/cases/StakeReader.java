package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.cases.PackageProblem.How;
import org.parley.bargain.cases.PackageProblem.Stake;
import org.parley.bargain.worth.OptionGrade;
import org.parley.bargain.worth.QualitativeWorths;
import org.parley.bargain.worth.Scores;
import org.parley.exact.Rational;
import org.parley.model.party.Party;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.Position;
import org.parley.model.position.Proviso;
import org.parley.model.position.Worth;
import org.parley.model.position.WorthCurve;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;

/// Reads the stakes of one party on each point from its positions.
///
/// Written weights count as they are; points that are only ranked share the rest of
/// [QualitativeWorths#HANDED_OUT]. A written worth overrides a grade. An option that a position
/// does not mention is tolerable.
final class StakeReader {

  private final Party party;
  private final List<Point> points;
  private final List<@Nullable Position> positions = new ArrayList<>();
  private final CasePackages packages;
  private final List<PackageNote> notes;
  private final Set<Choice> redLines = new TreeSet<>();
  private final List<ContingentOption> contingent = new ArrayList<>();
  private final long[] ranked;

  StakeReader(Party party, List<Point> points, CasePackages packages, List<PackageNote> notes) {
    this.party = party;
    this.points = points;
    this.packages = packages;
    this.notes = notes;
    points.forEach(point -> positions.add(packages.position(party.id(), point).orElse(null)));
    ranked = weightsByRank();
  }

  Set<Choice> redLines() {
    return redLines;
  }

  /// The options accepted on conditions only.
  List<ContingentOption> contingent() {
    return contingent;
  }

  /// The conditions that concern the package.
  List<Contingency> contingencies() {
    return contingent.stream()
        .filter(each -> !each.terms().isEmpty() && !each.hasFailed())
        .map(each -> new Contingency(each.choice(), each.terms()))
        .toList();
  }

  private void provisos(int point, Position position) {
    List<OptionId> ids = points.get(point).options().stream().map(each -> each.id()).toList();
    for (Proviso proviso : position.onlyIf()) {
      Choice choice = new Choice(point, ids.indexOf(proviso.option()));
      ContingentOption option = new ContingentOption(choice, packages.needs(proviso));
      if (!redLines.contains(choice)) {
        contingent.add(option);
      }
      if (option.hasFailed()) {
        redLines.add(choice);
      }
    }
  }

  static long middle(Worth worth) {
    return Math.ceilDiv(Math.addExact(worth.least(), worth.most()), 2);
  }

  private static boolean isRanked(@Nullable Position position) {
    return position != null && position.weight() == null && !isAllWritten(position);
  }

  private static boolean isAllWritten(Position position) {
    AcceptedRange range = position.range();
    if (range != null) {
      return range.worth() instanceof WorthCurve.Through;
    }
    return position.worths().keySet().containsAll(position.grades().keySet());
  }

  private long[] weightsByRank() {
    long left = QualitativeWorths.HANDED_OUT;
    List<Integer> places = new ArrayList<>();
    List<Integer> ranks = new ArrayList<>();
    int last = 1;
    for (Position position : positions) {
      if (position != null && position.rank() != null) {
        last = Math.max(last, Math.addExact(position.rank(), 1));
      }
    }
    for (int point = 0; point < points.size(); point++) {
      Position position = positions.get(point);
      if (position == null) {
        continue;
      }
      if (isRanked(position)) {
        places.add(point);
        ranks.add(position.rank() == null ? last : position.rank());
      } else {
        left = Math.subtractExact(left, span(position, point));
      }
    }
    if (left < 0 && !places.isEmpty()) {
      notes.add(
          new PackageNote.NothingForRanks(party.label().text(), QualitativeWorths.HANDED_OUT));
    }
    Scores scores =
        QualitativeWorths.of(
            ranks, ranks.stream().map(_ -> List.<OptionGrade>of()).toList(), Math.max(0, left));
    long[] weights = new long[points.size()];
    for (int place = 0; place < places.size(); place++) {
      weights[places.get(place)] = scores.points().get(place);
    }
    return weights;
  }

  /// The points that a party puts on a point weighed in numbers.
  private long span(Position position, int point) {
    Worth weight = position.weight();
    if (weight != null) {
      return middle(weight);
    }
    QuantityWorths worths = quantityWorths(point, position);
    if (worths != null) {
      return worths.span();
    }
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (org.parley.model.text.Option option : points.get(point).options()) {
      Worth worth = position.worths().get(option.id());
      long middle = worth == null ? 0 : middle(worth);
      least = Math.min(least, middle);
      most = Math.max(most, middle);
    }
    return Math.subtractExact(most, least);
  }

  private @Nullable QuantityWorths quantityWorths(int point, Position position) {
    return QuantityWorths.of(points.get(point).quantity(), position.range());
  }

  private long points(int point, Position position) {
    Worth weight = position.weight();
    return weight != null
        ? middle(weight)
        : isRanked(position) ? ranked[point] : span(position, point);
  }

  /// The weight of which the worths of a quantity are shares; nothing if they are written.
  private Worth weight(int point, Position position) {
    Worth weight = position.weight();
    return weight != null ? weight : Worth.exactly(isRanked(position) ? ranked[point] : 0);
  }

  /// The places of a quantity at which something changes for the party, without the first of all.
  ///
  /// @param most the most places that are sought; more are returned if there are more
  SortedSet<Long> cuts(int point, int most) {
    Position position = positions.get(point);
    QuantityWorths worths = position == null ? null : quantityWorths(point, position);
    return position == null || worths == null
        ? new TreeSet<>()
        : worths.cuts(weight(point, position), most);
  }

  List<Stake> stakes() {
    List<Stake> stakes = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    for (int point = 0; point < points.size(); point++) {
      Position position = positions.get(point);
      if (position == null) {
        silent.add(points.get(point).number());
        stakes.add(nothing(point));
      } else {
        stakes.add(stake(point, position));
      }
    }
    if (!silent.isEmpty()) {
      notes.add(new PackageNote.Indifferent(party.label().text(), silent));
    }
    return stakes;
  }

  private Stake nothing(int point) {
    int options = points.get(point).options().size();
    return new Stake(
        null,
        List.of(),
        null,
        false,
        How.SILENT,
        0,
        java.util.Collections.nCopies(options, Rational.ZERO),
        java.util.Collections.nCopies(options, Worth.exactly(0)),
        Set.of(),
        null);
  }

  private Stake stake(int point, Position position) {
    Worth weight = position.weight();
    long points = points(point, position);
    QuantityWorths values = quantityWorths(point, position);
    ValueBands bands = packages.bands(this.points.get(point).id());
    if (values != null && bands != null) {
      return stake(point, position, values, bands);
    }
    List<Rational> shares = new ArrayList<>();
    List<Worth> worths = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    Set<Integer> graded = new TreeSet<>();
    List<org.parley.model.text.Option> options = this.points.get(point).options();
    for (int option = 0; option < options.size(); option++) {
      OptionId id = options.get(option).id();
      org.parley.model.position.Grade grade = position.grades().get(id);
      Worth written = position.worths().get(id);
      if (grade == org.parley.model.position.Grade.RED_LINE) {
        redLines.add(new Choice(point, option));
      }
      if (grade == null && written == null) {
        passedOver.add(options.get(option).title().text());
      } else {
        graded.add(option);
      }
      Rational share = grade(grade).share();
      if (written != null) {
        worths.add(written);
        share = points == 0 ? Rational.ZERO : Rational.of(middle(written), points);
      } else {
        worths.add(
            weight == null
                ? part(share, points, points)
                : part(share, weight.least(), weight.most()));
      }
      shares.add(share);
    }
    provisos(point, position);
    if (!passedOver.isEmpty()) {
      notes.add(
          new PackageNote.Ungraded(
              party.label().text(), passedOver, this.points.get(point).number()));
    }
    boolean inNumbers = position.weight() != null || isAllWritten(position);
    return new Stake(
        position.id(),
        position.claims(),
        position.told(),
        position.illustrative(),
        inNumbers ? How.WRITTEN : How.RANK,
        points,
        shares,
        worths,
        graded,
        null);
  }

  /// The stake of a party in a quantity: each band as its first value.
  private Stake stake(int point, Position position, QuantityWorths values, ValueBands bands) {
    Worth weight = weight(point, position);
    long points = points(point, position);
    List<Rational> shares = new ArrayList<>();
    List<Worth> worths = new ArrayList<>();
    Set<Integer> graded = new TreeSet<>();
    for (int band = 0; band < bands.size(); band++) {
      long first = bands.starts().get(band);
      Worth worth = values.worth(first, weight);
      worths.add(worth);
      if (values.isWritten()) {
        shares.add(points == 0 ? Rational.ZERO : Rational.of(middle(worth), points));
      } else {
        shares.add(values.share(first));
      }
      if (values.isRefused(first)) {
        redLines.add(new Choice(point, band));
      }
      graded.add(band);
    }
    return new Stake(
        position.id(),
        position.claims(),
        position.told(),
        position.illustrative(),
        position.weight() != null || values.isWritten() ? How.WRITTEN : How.RANK,
        points,
        shares,
        worths,
        graded,
        position.range());
  }

  private static final Map<org.parley.model.position.Grade, OptionGrade> GRADES =
      Map.of(
          org.parley.model.position.Grade.PREFERRED, OptionGrade.PREFERRED,
          org.parley.model.position.Grade.ACCEPTABLE, OptionGrade.ACCEPTABLE,
          org.parley.model.position.Grade.TOLERABLE, OptionGrade.TOLERABLE,
          org.parley.model.position.Grade.RED_LINE, OptionGrade.RED_LINE);

  private static OptionGrade grade(org.parley.model.position.@Nullable Grade grade) {
    return grade == null
        ? OptionGrade.TOLERABLE
        : GRADES.getOrDefault(grade, OptionGrade.TOLERABLE);
  }

  static Worth part(Rational share, long ofLeast, long ofMost) {
    long least = share.times(Rational.of(ofLeast)).rounded().longValueExact();
    long most = share.times(Rational.of(ofMost)).rounded().longValueExact();
    return least == most ? Worth.exactly(least) : new Worth(least + ".." + most);
  }
}
