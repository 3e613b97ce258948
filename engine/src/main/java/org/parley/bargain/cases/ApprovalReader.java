package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.OptionSet;
import org.parley.bargain.Problem;
import org.parley.bargain.approval.Percents;
import org.parley.bargain.approval.VoteQuestion;
import org.parley.exact.Rational;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.party.Membership;
import org.parley.model.party.Party;
import org.parley.model.text.Approval;
import org.parley.model.text.ApprovalStage;
import org.parley.model.text.ApprovalWay;
import org.parley.model.text.Instrument;
import org.parley.model.text.OptionId;
import org.parley.model.text.PercentRange;
import org.parley.model.text.Point;
import org.parley.model.vote.Majority;
import org.parley.model.vote.Threshold;
import org.parley.model.vote.VoteRule;

/// Reads the approvals after signature, and the positions of those who approve.
///
/// A term about a point with a single option always holds. A way that needs an option nobody can
/// choose, of a point not bargained about, is left to its other terms.
final class ApprovalReader {

  private final CaseView view;
  private final List<Point> points;
  private final CasePackages packages;
  private final List<PackageNote> notes;
  private final List<ApprovalChain.Outsider> outsiders = new ArrayList<>();
  private final Set<String> silent = new LinkedHashSet<>();
  private final Set<PackageNote> assumed = new LinkedHashSet<>();
  private boolean isUncertain;
  private int votes;

  ApprovalReader(
      CaseView view, List<Point> points, CasePackages packages, List<PackageNote> notes) {
    this.view = view;
    this.points = points;
    this.packages = packages;
    this.notes = notes;
  }

  /// Whether a party approves, or is a bloc of a body that does.
  boolean names(PartyId party) {
    return outsiders.stream().anyMatch(each -> each.party().equals(party));
  }

  ApprovalChain chain(List<Instrument> instruments) {
    List<ApprovalChain.ChainStage> stages = new ArrayList<>();
    for (Instrument instrument : instruments) {
      if (instrument.signing() != null) {
        for (ApprovalStage stage : instrument.signing().then()) {
          stages.add(
              new ApprovalChain.ChainStage(
                  instrument.id(),
                  stage.title().text(),
                  stage.anyOf().stream().map(this::way).toList()));
        }
      }
    }
    if (!silent.isEmpty()) {
      notes.add(new PackageNote.SilentApprovers(List.copyOf(silent)));
    }
    notes.addAll(assumed);
    if (isUncertain) {
      notes.add(new PackageNote.UniformVotes());
      if (votes > 1) {
        notes.add(new PackageNote.DependentVotes());
      }
    }
    return stages.isEmpty() ? ApprovalChain.NONE : new ApprovalChain(stages, outsiders);
  }

  private ApprovalChain.Way way(ApprovalWay way) {
    return new ApprovalChain.Way(
        terms(way.when()), way.allOf().stream().map(this::approver).toList());
  }

  private ApprovalChain.Approver approver(Approval approval) {
    int outsider = outsider(approval.by());
    ApprovalChain.Outsider by = outsiders.get(outsider);
    List<Approval.ExpectedVote> expected =
        approval.expected().stream()
            .filter(each -> each.known() == null || each.known().isBy(packages.asOf().knownAt()))
            .toList();
    List<ApprovalChain.Faction> blocs = blocs(by, approval, expected);
    if (expected.isEmpty() && blocs.isEmpty() && !by.hasPosition()) {
      silent.add(by.label());
    }
    votes++;
    return new ApprovalChain.Approver(
        outsider,
        Optional.ofNullable(approval.vote()).map(ApprovalReader::rule),
        blocs,
        expected.stream().map(each -> expected(by, each)).toList());
  }

  /// The blocs on record, or those who sit in the body on the day with a number of seats.
  private List<ApprovalChain.Faction> blocs(
      ApprovalChain.Outsider by, Approval approval, List<Approval.ExpectedVote> expected) {
    if (!approval.blocs().isEmpty() || !expected.isEmpty() || approval.vote() == null) {
      return approval.blocs().stream().map(bloc -> bloc(by, bloc)).toList();
    }
    // several seats of one party vote alike, so they are one bloc
    Map<PartyId, Long> seatsOf = new LinkedHashMap<>();
    for (Membership each : view.get(approval.by()).sittingOn(packages.asOf().date())) {
      PartyId party = each.party();
      Integer seats = each.seats();
      if (party != null && seats != null) {
        seatsOf.merge(party, seats.longValue(), Math::addExact);
      }
    }
    return seatsOf.entrySet().stream()
        .map(each -> faction(each.getKey(), each.getValue(), null, null))
        .toList();
  }

  private ApprovalChain.Faction bloc(ApprovalChain.Outsider of, Approval.Bloc bloc) {
    note(of, bloc.assumed(), bloc.favour());
    return faction(bloc.party(), bloc.seats(), bloc.favour(), bloc.assumed());
  }

  private ApprovalChain.Faction faction(
      PartyId party, long seats, @Nullable PercentRange favour, @Nullable String assumed) {
    int outsider = outsider(party);
    if (favour == null && !outsiders.get(outsider).hasPosition()) {
      silent.add(outsiders.get(outsider).label());
    }
    return new ApprovalChain.Faction(
        outsider, seats, Optional.ofNullable(favour).map(ApprovalReader::percents), assumed);
  }

  private ApprovalChain.Expected expected(
      ApprovalChain.Outsider of, Approval.ExpectedVote expected) {
    note(of, expected.assumed(), expected.favour());
    return new ApprovalChain.Expected(
        terms(expected.when()),
        percents(expected.favour()),
        Optional.ofNullable(expected.turnout()).map(ApprovalReader::percents),
        expected.assumed());
  }

  private void note(
      ApprovalChain.Outsider by, @Nullable String assumption, @Nullable PercentRange favour) {
    if (assumption != null) {
      assumed.add(new PackageNote.AssumedVote(by.label(), assumption));
    }
    isUncertain |= favour != null && favour.least() < favour.most();
  }

  private static Percents percents(PercentRange range) {
    return new Percents(range.least(), range.most());
  }

  /// A body of blocs votes in full, so every base is its seats.
  private static VoteQuestion.VotingRule rule(VoteRule rule) {
    return new VoteQuestion.VotingRule(
        share(rule.qualified()),
        rule.base() == Majority.ABSOLUTE,
        share(rule.quorum()).orElse(Rational.ZERO),
        share(rule.support()).orElse(Rational.ZERO));
  }

  private static Optional<Rational> share(@Nullable Threshold share) {
    return share == null ? Optional.empty() : Optional.of(Rational.of(share.part(), share.whole()));
  }

  private int outsider(PartyId id) {
    for (int index = 0; index < outsiders.size(); index++) {
      if (outsiders.get(index).party().equals(id)) {
        return index;
      }
    }
    Party party = view.get(id);
    List<PackageNote> about = new ArrayList<>();
    StakeReader reader = new StakeReader(party, points, packages, about);
    List<PackageProblem.Stake> stakes = reader.stakes();
    boolean hasPosition = packages.hasPosition(id);
    if (hasPosition) {
      about.stream().filter(PackageNote.Ungraded.class::isInstance).forEach(assumed::add);
    }
    PackageProblem.Floor floor = packages.floor(id);
    outsiders.add(
        new ApprovalChain.Outsider(
            id,
            party.label().text(),
            new Problem.Party(
                id.value(),
                stakes.stream()
                    .map(stake -> stake.worths().stream().map(StakeReader::middle).toList())
                    .toList(),
                reader.redLines(),
                reader.contingencies(),
                floor == null ? null : Long.valueOf(StakeReader.middle(floor.worth()))),
            hasPosition));
    return outsiders.size() - 1;
  }

  private List<OptionSet> terms(List<OptionId> options) {
    SortedMap<Integer, Set<Integer>> byPoint = new TreeMap<>();
    for (OptionId option : options) {
      for (int point = 0; point < points.size(); point++) {
        List<OptionId> ids = points.get(point).options().stream().map(each -> each.id()).toList();
        int at = ids.indexOf(option);
        if (at >= 0) {
          byPoint.computeIfAbsent(point, _ -> new TreeSet<>()).add(at);
        }
      }
    }
    return byPoint.entrySet().stream()
        .map(each -> new OptionSet(each.getKey(), each.getValue()))
        .toList();
  }
}
