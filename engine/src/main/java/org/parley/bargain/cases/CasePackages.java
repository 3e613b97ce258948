package org.parley.bargain.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.OptionSet;
import org.parley.bargain.Problem;
import org.parley.bargain.SigningRule;
import org.parley.bargain.cases.ContingentOption.ConditionFate;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.position.Baseline;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.position.Proviso;
import org.parley.model.step.DemandId;
import org.parley.model.step.StepId;
import org.parley.model.text.Approval;
import org.parley.model.text.ApprovalStage;
import org.parley.model.text.ApprovalWay;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Signing;

/// Reads the bargaining problem from one viewer's view of a case.
///
/// Points with two or more options, and quantities, are bargained about. The parties are the
/// signatories of their instruments that have a position on one of them on record. Of several
/// visible positions of a party on a point, the most confidential counts, and of these the latest
/// of the day. The same holds for baselines. A condition of acceptance that has failed by the day
/// makes its option a red line. The signing rule is that of the instrument if the points belong to
/// one; else all have to sign. Those who approve after signature are read with their positions and
/// expected votes. Other parties with positions are named in a note. Cost: linear in the records,
/// plus one comparison of each position with each point.
public final class CasePackages {

  private final CaseView view;
  private List<Point> points;
  private Map<PointId, ValueBands> bands = Map.of();
  private final List<PackageNote> notes = new ArrayList<>();
  private final AsOf asOf;
  private final Course course;
  private final List<Position> positions;

  private CasePackages(CaseView view, AsOf asOf, Course course) {
    this.view = view;
    this.asOf = asOf;
    this.course = course;
    points =
        view.points().stream()
            .filter(Point::isOpen)
            .filter(point -> !course.settled().contains(point.instrument()))
            .toList();
    positions = standing(view, asOf);
  }

  /// The positions held on a day, as known on a day, that no other of these replaces.
  public static List<Position> standing(CaseView view, AsOf asOf) {
    List<Position> covered =
        view.positions().stream().filter(each -> asOf.covers(each, view)).toList();
    Set<PositionId> superseded =
        covered.stream()
            .flatMap(each -> each.supersedes().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return covered.stream().filter(each -> !superseded.contains(each.id())).toList();
  }

  /// The problem of a view, or the reasons why there is none.
  public static PreparedProblem of(CaseView view) {
    return of(view, AsOf.LATEST, Course.NOTHING);
  }

  /// The problem on a day, as known on a day.
  ///
  /// @param course what had happened by then
  public static PreparedProblem of(CaseView view, AsOf asOf, Course course) {
    List<String> left =
        view.instruments().stream()
            .filter(each -> course.settled().contains(each.id()))
            .filter(each -> isBargained(view, each))
            .map(each -> each.title().text())
            .toList();
    CasePackages packages = new CasePackages(view, asOf, course);
    if (packages.points.isEmpty() && !left.isEmpty()) {
      return new PreparedProblem.Unready(List.of(new PreparedProblem.Lack.Settled(left)));
    }
    if (!left.isEmpty()) {
      packages.notes.add(new PackageNote.SettledInstruments(left));
    }
    return packages.prepare();
  }

  private static boolean isBargained(CaseView view, Instrument instrument) {
    return view.points().stream()
        .anyMatch(point -> point.instrument().equals(instrument.id()) && point.isOpen());
  }

  /// The position of a party on a point that counts on a day: among those visible, the most
  /// confidential, and of these the latest.
  public static Optional<Position> position(CaseView view, AsOf asOf, PartyId party, Point point) {
    return new CasePackages(view, asOf, Course.NOTHING).position(party, point);
  }

  AsOf asOf() {
    return asOf;
  }

  private PreparedProblem prepare() {
    if (points.isEmpty()) {
      return new PreparedProblem.Unready(List.of(new PreparedProblem.Lack.NothingToChoose()));
    }
    Set<PartyId> signatories = signatories();
    List<PartyId> parties =
        view.parties().stream()
            .map(party -> party.id())
            .filter(signatories::contains)
            .filter(this::hasPosition)
            .toList();
    List<String> silent =
        view.parties().stream()
            .filter(party -> signatories.contains(party.id()) && !parties.contains(party.id()))
            .map(party -> party.label().text())
            .toList();
    if (parties.isEmpty()) {
      return new PreparedProblem.Unready(
          List.of(
              new PreparedProblem.Lack.NoPosition(points.stream().map(Point::number).toList())));
    }
    if (parties.size() > Problem.MOST_PARTIES) {
      return new PreparedProblem.Unready(
          List.of(new PreparedProblem.Lack.TooManyParties(parties.size(), Problem.MOST_PARTIES)));
    }
    if (!silent.isEmpty()) {
      notes.add(new PackageNote.SilentSignatories(silent));
    }
    try {
      QuantityPoints quantities = new QuantityPoints(counted(parties), this, points);
      points = quantities.points();
      bands = quantities.bands();
      ApprovalReader approvals = new ApprovalReader(view, points, this, notes);
      ApprovalChain chain = approvals.chain(instruments());
      List<String> notCounted =
          view.parties().stream()
              .filter(party -> !parties.contains(party.id()) && !approvals.names(party.id()))
              .filter(party -> hasPosition(party.id()))
              .map(party -> party.label().text())
              .toList();
      if (!notCounted.isEmpty()) {
        notes.add(new PackageNote.NotCounted(notCounted));
      }
      return new PreparedProblem.Ready(problem(parties, silent, chain));
    } catch (InvalidProblemException e) {
      return new PreparedProblem.Unready(
          e.complaints().stream()
              .<PreparedProblem.Lack>map(PreparedProblem.Lack.Invalid::new)
              .toList());
    } catch (ArithmeticException e) {
      return new PreparedProblem.Unready(List.of(new PreparedProblem.Lack.WorthsTooLarge()));
    }
  }

  /// Those who sign or approve, with a position.
  private List<Party> counted(List<PartyId> parties) {
    Set<PartyId> counted = new TreeSet<>(parties);
    for (Instrument instrument : instruments()) {
      Signing signing = instrument.signing();
      if (signing != null) {
        for (ApprovalStage stage : signing.then()) {
          for (ApprovalWay way : stage.anyOf()) {
            for (Approval approval : way.allOf()) {
              counted.add(approval.by());
              approval.blocs().forEach(bloc -> counted.add(bloc.party()));
            }
          }
        }
      }
    }
    return view.parties().stream().filter(each -> counted.contains(each.id())).toList();
  }

  /// The bands of a quantity; null if the point is none, or is not yet divided.
  @Nullable ValueBands bands(PointId point) {
    return bands.get(point);
  }

  /// The conditions of a proviso, with their fate on the day.
  List<ContingentOption.Prerequisite> needs(Proviso proviso) {
    List<ContingentOption.Prerequisite> needs = new ArrayList<>();
    SortedMap<Integer, Set<Integer>> byPoint = new TreeMap<>();
    for (OptionId option : proviso.options()) {
      boolean isBargained = false;
      for (int point = 0; point < points.size(); point++) {
        List<OptionId> ids = points.get(point).options().stream().map(each -> each.id()).toList();
        if (ids.contains(option)) {
          byPoint.computeIfAbsent(point, _ -> new TreeSet<>()).add(ids.indexOf(option));
          isBargained = true;
        }
      }
      if (!isBargained) {
        needs.add(
            new ContingentOption.Prerequisite.Elsewhere(option, view.get(option).title().text()));
      }
    }
    byPoint.forEach(
        (point, options) ->
            needs.add(new ContingentOption.Prerequisite.InPackage(new OptionSet(point, options))));
    for (StepId step : proviso.steps()) {
      needs.add(
          new ContingentOption.Prerequisite.Happens(
              step,
              view.get(step).title().text(),
              course.happened().contains(step) ? ConditionFate.MET : ConditionFate.OPEN));
    }
    for (DemandId demand : proviso.demands()) {
      needs.add(
          new ContingentOption.Prerequisite.Kept(
              demand,
              view.get(demand).text(),
              course.kept().contains(demand)
                  ? ConditionFate.MET
                  : course.failed().contains(demand) ? ConditionFate.FAILED : ConditionFate.OPEN));
    }
    return needs;
  }

  /// Whether a party has a position on one of the points.
  boolean hasPosition(PartyId party) {
    return points.stream().anyMatch(point -> position(party, point).isPresent());
  }

  private Set<PartyId> signatories() {
    Set<PartyId> all = new LinkedHashSet<>();
    for (Instrument instrument : instruments()) {
      all.addAll(instrument.signatories());
    }
    if (all.isEmpty()) {
      view.columns().forEach(party -> all.add(party.id()));
    }
    return all;
  }

  private List<Instrument> instruments() {
    Set<InstrumentId> ids =
        points.stream().map(Point::instrument).collect(Collectors.toCollection(TreeSet::new));
    return view.instruments().stream().filter(each -> ids.contains(each.id())).toList();
  }

  /// The position that counts: among those visible, the one with the narrowest visibility, and of
  /// these the latest.
  Optional<Position> position(PartyId party, Point point) {
    return counting(positions, party, point.id());
  }

  /// The one that counts of these standing positions.
  static Optional<Position> counting(List<Position> standing, PartyId party, PointId point) {
    return standing.stream()
        .filter(each -> each.party().equals(party) && each.point().equals(point))
        .filter(Position::saysSomething)
        .max(Position.PRECEDENCE);
  }

  private PackageProblem problem(List<PartyId> ids, List<String> silent, ApprovalChain chain) {
    List<PackageProblem.Seat> seats = new ArrayList<>();
    List<Problem.Party> parties = new ArrayList<>();
    WantedActReader acts =
        new WantedActReader(
            view,
            asOf,
            course.happened(),
            points.stream().map(Point::instrument).collect(Collectors.toSet()));
    for (PartyId id : ids) {
      StakeReader reader = new StakeReader(view.get(id), points, this, notes);
      List<PackageProblem.Stake> stakes = reader.stakes();
      PackageProblem.Floor floor = floor(id);
      seats.add(
          new PackageProblem.Seat(
              id, view.get(id).label().text(), stakes, reader.contingent(), floor, acts.of(id)));
      parties.add(
          new Problem.Party(
              id.value(),
              stakes.stream()
                  .map(stake -> stake.worths().stream().map(StakeReader::middle).toList())
                  .toList(),
              reader.redLines(),
              reader.contingencies(),
              floor == null ? null : Long.valueOf(StakeReader.middle(floor.worth()))));
      if (floor == null) {
        notes.add(new PackageNote.NoBaseline(view.get(id).label().text()));
      }
    }
    LinkageReader linkages = new LinkageReader(view, asOf, points, ids, notes);
    return new PackageProblem(
        new Problem(
            linkages.capped(parties),
            points.stream()
                .map(
                    point ->
                        new Problem.Point(
                            point.id().value(),
                            point.options().stream().map(option -> option.id().value()).toList(),
                            point.quantity() != null))
                .toList(),
            linkages.linkages(),
            linkages.jointWorths(),
            signing(ids)),
        seats,
        points.stream()
            .map(
                point ->
                    new PackageProblem.Matter(
                        point.id(),
                        point.number(),
                        point.title().text(),
                        point.options().stream().map(option -> option.id()).toList(),
                        point.options().stream().map(option -> option.title().text()).toList(),
                        bands.get(point.id())))
            .toList(),
        linkages.linkageNames(),
        silent,
        chain,
        notes);
  }

  PackageProblem.@Nullable Floor floor(PartyId party) {
    return view.baselines().stream()
        .filter(each -> asOf.covers(each, view) && each.party().equals(party))
        .max(
            Comparator.comparingInt((Baseline each) -> each.visibility().narrowness())
                .thenComparing(each -> Edtf.latestDayOr(each.from(), LocalDate.MIN)))
        .map(
            each ->
                new PackageProblem.Floor(
                    each.id(), each.worth(), each.claims(), each.illustrative()))
        .orElse(null);
  }

  private SigningRule signing(List<PartyId> ids) {
    List<Signing> rules = new ArrayList<>();
    for (Instrument instrument : instruments()) {
      if (instrument.signing() != null) {
        rules.add(instrument.signing());
      }
    }
    if (rules.isEmpty() || instruments().size() > 1) {
      if (!rules.isEmpty()) {
        notes.add(new PackageNote.SeveralInstruments());
      }
      return SigningRule.all(ids.size());
    }
    Signing rule = rules.getFirst();
    int atLeast = rule.atLeast() == null ? ids.size() : Math.min(rule.atLeast(), ids.size());
    Set<Integer> always = new TreeSet<>();
    rule.always().stream().filter(ids::contains).forEach(id -> always.add(ids.indexOf(id)));
    return new SigningRule(Math.max(atLeast, always.size()), always);
  }
}
