package org.parley.bargain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Validates a bargaining problem and reports every violation.
final class ProblemChecks {

  /// The largest sum of absolute worths; two such sums can be added without overflow.
  private static final long MOST = Long.MAX_VALUE / 4;

  private final List<Problem.Party> parties;
  private final List<Problem.Point> points;
  private final List<InvalidProblem> complaints = new ArrayList<>();

  private ProblemChecks(List<Problem.Party> parties, List<Problem.Point> points) {
    this.parties = parties;
    this.points = points;
  }

  static List<InvalidProblem> of(
      List<Problem.Party> parties,
      List<Problem.Point> points,
      List<PackageConstraint> linkages,
      List<JointWorth> jointWorths,
      SigningRule signing) {
    ProblemChecks checks = new ProblemChecks(parties, points);
    checks.sizes();
    checks.linkages(linkages, jointWorths);
    checks.signing(signing);
    if (checks.complaints.isEmpty()) {
      checks.sums(jointWorths);
    }
    return checks.complaints;
  }

  private void sizes() {
    if (parties.isEmpty() || parties.size() > Problem.MOST_PARTIES) {
      complain(new InvalidProblem.WrongNumberOfParties(parties.size(), Problem.MOST_PARTIES));
    }
    if (points.isEmpty()) {
      complain(InvalidProblem.Plain.NO_POINT_TO_SETTLE);
    }
    Set<String> ids = new HashSet<>();
    for (Problem.Point point : points) {
      if (point.options().isEmpty()) {
        complain(new InvalidProblem.PointWithoutOptions(point.id()));
      }
      if (!ids.add("point " + point.id())) {
        complain(new InvalidProblem.PointTwice(point.id()));
      }
    }
    for (Problem.Party party : parties) {
      if (!ids.add("party " + party.id())) {
        complain(new InvalidProblem.PartyTwice(party.id()));
      }
      worths(party);
      for (Choice line : party.redLines()) {
        if (isOutside(line.point(), line.option())) {
          complain(new InvalidProblem.RedLineOutside(party.id(), line.option(), line.point()));
        }
      }
      for (Contingency contingency : party.contingencies()) {
        Choice choice = contingency.choice();
        if (isOutside(choice.point(), choice.option())) {
          complain(new InvalidProblem.RedLineOutside(party.id(), choice.option(), choice.point()));
        }
        terms(party.id(), false, contingency.allOf(), true);
      }
      if (party.baseline() != null && Math.absExact(Math.max(party.baseline(), -MOST)) > MOST) {
        complain(new InvalidProblem.BaselineTooLarge(party.id(), party.baseline()));
      }
    }
  }

  private void worths(Problem.Party party) {
    if (party.worths().isEmpty() && !points.isEmpty()) {
      complain(new InvalidProblem.PartyWithoutWorths(party.id()));
    } else if (party.worths().size() != points.size()) {
      complain(
          new InvalidProblem.WorthsOfOtherPoints(party.id(), party.worths().size(), points.size()));
    } else {
      for (int point = 0; point < points.size(); point++) {
        int given = party.worths().get(point).size();
        int options = points.get(point).options().size();
        if (given != options) {
          complain(
              new InvalidProblem.WorthsOfOtherOptions(
                  party.id(), given, points.get(point).id(), options));
        }
      }
    }
  }

  private void linkages(List<PackageConstraint> linkages, List<JointWorth> jointWorths) {
    for (PackageConstraint linkage : linkages) {
      switch (linkage) {
        case PackageConstraint.Forbidden(String id, List<OptionSet> together) ->
            terms(id, false, together, true);
        case PackageConstraint.Implication(
                String id,
                List<OptionSet> when,
                List<OptionSet> oneOf) -> {
          terms(id, false, when, true);
          terms(id, false, oneOf, false);
        }
        case PackageConstraint.Budget budget -> budget(budget);
      }
    }
    for (JointWorth joint : jointWorths) {
      terms(Long.toString(joint.worth()), true, joint.when(), true);
      if (joint.party() < 0 || joint.party() >= parties.size()) {
        complain(new InvalidProblem.JointWorthOfNobody(joint.party()));
      }
    }
  }

  private void budget(PackageConstraint.Budget budget) {
    if (budget.amounts().isEmpty()) {
      complain(new InvalidProblem.LinkageWithoutPoint(budget.id(), false));
    }
    Long least = budget.least();
    Long most = budget.most();
    if (least == null ? most == null : most != null && least > most) {
      complain(new InvalidProblem.BudgetBoundsNothing(budget.id()));
    }
    Set<Integer> seen = new HashSet<>();
    for (PackageConstraint.PointAmounts each : budget.amounts()) {
      int point = each.point();
      if (isOutside(point, 0)) {
        complain(new InvalidProblem.LinkageOutside(budget.id(), false, 0, point));
      } else if (!seen.add(point)) {
        complain(new InvalidProblem.BudgetNamesTwice(budget.id(), point));
      } else if (each.byOption().size() != points.get(point).options().size()) {
        complain(
            new InvalidProblem.AmountsOfOtherOptions(budget.id(), each.byOption().size(), point));
      }
    }
    if (isTooLarge(budget)) {
      complain(new InvalidProblem.AmountsTooLarge(budget.id(), MOST));
    }
  }

  private static boolean isTooLarge(PackageConstraint.Budget budget) {
    long left = MOST;
    for (PackageConstraint.PointAmounts each : budget.amounts()) {
      long largest = Math.max(magnitude(each.least()), magnitude(each.most()));
      if (largest > left) {
        return true;
      }
      left -= largest;
    }
    return magnitude(budget.least()) > MOST || magnitude(budget.most()) > MOST;
  }

  /// The size of a number; that of none is 0.
  private static long magnitude(@Nullable Long number) {
    return number == null ? 0 : number == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(number);
  }

  private void terms(String linkage, boolean joint, List<OptionSet> terms, boolean needed) {
    if (needed && terms.isEmpty()) {
      complain(new InvalidProblem.LinkageWithoutPoint(linkage, joint));
    }
    for (OptionSet term : terms) {
      if (term.options().isEmpty()) {
        complain(new InvalidProblem.LinkageWithoutOption(linkage, joint, term.point()));
      }
      for (int option : term.options()) {
        if (isOutside(term.point(), option)) {
          complain(new InvalidProblem.LinkageOutside(linkage, joint, option, term.point()));
        }
      }
    }
  }

  private void signing(SigningRule signing) {
    if (signing.atLeast() < 0 || signing.atLeast() > parties.size()) {
      complain(new InvalidProblem.MoreSignersThanParties(signing.atLeast(), parties.size()));
    }
    for (int party : signing.always()) {
      if (party < 0 || party >= parties.size()) {
        complain(new InvalidProblem.BlockedByNobody(party));
      }
    }
  }

  private boolean isOutside(int point, int option) {
    return point < 0
        || point >= points.size()
        || option < 0
        || option >= points.get(point).options().size();
  }

  /// Excludes overflow in any sum over points and parties, so that searches need no checks.
  private void sums(List<JointWorth> jointWorths) {
    try {
      long sum = 0;
      for (Problem.Party party : parties) {
        for (List<Long> worths : party.worths()) {
          long largest = 0;
          for (long worth : worths) {
            largest = Math.max(largest, Math.absExact(worth));
          }
          sum = Math.addExact(sum, largest);
        }
      }
      for (JointWorth joint : jointWorths) {
        sum = Math.addExact(sum, Math.absExact(joint.worth()));
      }
      if (sum > MOST) {
        throw new ArithmeticException();
      }
    } catch (ArithmeticException _) {
      complain(new InvalidProblem.WorthsTooLarge(MOST));
    }
  }

  private void complain(InvalidProblem what) {
    complaints.add(what);
  }
}
