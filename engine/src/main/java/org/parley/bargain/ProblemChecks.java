package org.parley.bargain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What makes some data a bargaining problem; every violation as one sentence.
final class ProblemChecks {

  /// The largest sum of absolute worths: leaves room to add two of them.
  private static final long MOST = Long.MAX_VALUE / 4;

  private final List<Problem.Party> parties;
  private final List<Problem.Point> points;
  private final List<String> complaints = new ArrayList<>();

  private ProblemChecks(List<Problem.Party> parties, List<Problem.Point> points) {
    this.parties = parties;
    this.points = points;
  }

  static List<String> of(
      List<Problem.Party> parties,
      List<Problem.Point> points,
      List<Linkage> linkages,
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
      complain(
          String.format(
              Locale.ROOT,
              "%d parties bargain, but it must be 1 to %d",
              parties.size(),
              Problem.MOST_PARTIES),
          "name those who would sign");
    }
    if (points.isEmpty()) {
      complain("there is no point to settle", "add the open points");
    }
    Set<String> ids = new HashSet<>();
    for (Problem.Point point : points) {
      if (point.options().isEmpty()) {
        complain("point \"%s\" has no options".formatted(point.id()), "add the ways to settle it");
      }
      if (!ids.add("point " + point.id())) {
        complain("two points have the id \"%s\"".formatted(point.id()), "rename one");
      }
    }
    for (Problem.Party party : parties) {
      if (!ids.add("party " + party.id())) {
        complain("two parties have the id \"%s\"".formatted(party.id()), "rename one");
      }
      worths(party);
      for (Choice line : party.redLines()) {
        if (isOutside(line.point(), line.option())) {
          complain(
              String.format(
                  Locale.ROOT,
                  "a red line of party \"%s\" names option %d of point %d, which does not exist",
                  party.id(),
                  line.option(),
                  line.point()),
              "count from 0");
        }
      }
      if (party.baseline() != null && Math.absExact(Math.max(party.baseline(), -MOST)) > MOST) {
        complain(
            String.format(
                Locale.ROOT,
                "the baseline %d of party \"%s\" is too large to calculate with",
                party.baseline(),
                party.id()),
            "use smaller units");
      }
    }
  }

  private void worths(Problem.Party party) {
    if (party.worths().isEmpty() && !points.isEmpty()) {
      complain(
          "party \"%s\" has no worths".formatted(party.id()), "give it a worth for each option");
    } else if (party.worths().size() != points.size()) {
      complain(
          String.format(
              Locale.ROOT,
              "party \"%s\" has worths for %d points, but there are %d",
              party.id(),
              party.worths().size(),
              points.size()),
          "give 0 for what it does not care about");
    } else {
      for (int point = 0; point < points.size(); point++) {
        int given = party.worths().get(point).size();
        int options = points.get(point).options().size();
        if (given != options) {
          complain(
              String.format(
                  Locale.ROOT,
                  "party \"%s\" has %d worths on point \"%s\", which has %d options",
                  party.id(),
                  given,
                  points.get(point).id(),
                  options),
              "give 0 for what it does not care about");
        }
      }
    }
  }

  private void linkages(List<Linkage> linkages, List<JointWorth> jointWorths) {
    for (Linkage linkage : linkages) {
      switch (linkage) {
        case Linkage.Forbidden(String id, List<Term> together) -> terms(id, together, true);
        case Linkage.Implication(String id, List<Term> when, List<Term> oneOf) -> {
          terms(id, when, true);
          terms(id, oneOf, false);
        }
      }
    }
    for (JointWorth joint : jointWorths) {
      terms("joint worth of " + joint.worth(), joint.when(), true);
      if (joint.party() < 0 || joint.party() >= parties.size()) {
        complain(
            String.format(
                Locale.ROOT,
                "a joint worth belongs to party %d, which does not exist",
                joint.party()),
            "count from 0");
      }
    }
  }

  private void terms(String id, List<Term> terms, boolean needed) {
    if (needed && terms.isEmpty()) {
      complain("linkage \"%s\" names no point".formatted(id), "say what it ties together");
    }
    for (Term term : terms) {
      if (term.options().isEmpty()) {
        complain(
            String.format(
                Locale.ROOT, "linkage \"%s\" names no option of point %d", id, term.point()),
            "name one");
      }
      for (int option : term.options()) {
        if (isOutside(term.point(), option)) {
          complain(
              String.format(
                  Locale.ROOT,
                  "linkage \"%s\" names option %d of point %d, which does not exist",
                  id,
                  option,
                  term.point()),
              "count from 0");
        }
      }
    }
  }

  private void signing(SigningRule signing) {
    if (signing.atLeast() < 0 || signing.atLeast() > parties.size()) {
      complain(
          String.format(
              Locale.ROOT,
              "at least %d parties have to sign, but %d bargain",
              signing.atLeast(),
              parties.size()),
          "ask for fewer");
    }
    for (int party : signing.always()) {
      if (party < 0 || party >= parties.size()) {
        complain(
            String.format(Locale.ROOT, "party %d can block, but does not exist", party),
            "count from 0");
      }
    }
  }

  private boolean isOutside(int point, int option) {
    return point < 0
        || point >= points.size()
        || option < 0
        || option >= points.get(point).options().size();
  }

  /// Makes sure that no sum over points and parties can overflow, so that searches need not look.
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
      complain(
          String.format(Locale.ROOT, "the worths add up to more than %d", MOST),
          "use smaller units");
    }
  }

  private void complain(String what, String advice) {
    complaints.add("setting up a problem: " + what + ". Maybe " + advice + ".");
  }
}
