package org.parley.bargain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A bargaining problem: parties, points with options, and the worth of each option to each party.
///
/// All references are indices; ids are for display. A package is an `int[]` with one option index
/// per point. Its worth to a party is the sum over its options and joint worths, or the party's cap
/// if that is less.
///
/// @param parties the parties, 1 to 30
/// @param points the points to settle
/// @param linkages the constraints that every package has to respect
/// @param jointWorths worths of several points together
/// @param signing the rule by which acceptance is enough for signature
public record Problem(
    List<Party> parties,
    List<Point> points,
    List<PackageConstraint> linkages,
    List<JointWorth> jointWorths,
    SigningRule signing) {

  /// The most parties a problem may have.
  public static final int MOST_PARTIES = 30;

  /// A party to the bargain.
  ///
  /// @param id its id
  /// @param worths its worth for each option of each point
  /// @param redLines the options it will never accept
  /// @param contingencies the options it accepts only together with others
  /// @param baseline the worth of no deal, below which it does not sign; null if there is none
  /// @param cap what no package is worth more than: a larger sum counts as this; null if there is
  ///   none
  public record Party(
      String id,
      List<List<Long>> worths,
      Set<Choice> redLines,
      List<Contingency> contingencies,
      @Nullable Long baseline,
      @Nullable Long cap) {

    public Party {
      worths = worths.stream().map(List::copyOf).toList();
      redLines = Collections.unmodifiableSortedSet(new TreeSet<>(redLines));
      contingencies = contingencies.stream().distinct().toList();
    }

    /// A party without a cap.
    public Party(
        String id,
        List<List<Long>> worths,
        Set<Choice> redLines,
        List<Contingency> contingencies,
        @Nullable Long baseline) {
      this(id, worths, redLines, contingencies, baseline, null);
    }

    /// A party that accepts nothing contingently.
    public Party(
        String id, List<List<Long>> worths, Set<Choice> redLines, @Nullable Long baseline) {
      this(id, worths, redLines, List.of(), baseline, null);
    }

    public Party withBaseline(@Nullable Long worth) {
      return new Party(id, worths, redLines, contingencies, worth, cap);
    }

    public Party withCap(@Nullable Long most) {
      return new Party(id, worths, redLines, contingencies, baseline, most);
    }

    public Party withRedLines(Set<Choice> choices) {
      return new Party(id, worths, choices, contingencies, baseline, cap);
    }

    public Party withContingencies(List<Contingency> others) {
      return new Party(id, worths, redLines, others, baseline, cap);
    }

    public Party withWorths(List<List<Long>> others) {
      return new Party(id, others, redLines, contingencies, baseline, cap);
    }

    /// A sum of worths as it counts.
    public long capped(long sum) {
      return cap == null ? sum : Math.min(cap, sum);
    }

    /// Whether a package crosses neither a red line nor a contingency.
    public boolean tolerates(int[] options) {
      return redLines.stream().noneMatch(line -> options[line.point()] == line.option())
          && contingencies.stream().noneMatch(each -> each.isCrossedBy(options));
    }
  }

  /// A point to settle.
  ///
  /// @param id its id
  /// @param options the ids of its options
  /// @param isOrdered whether the options are values in order. Then the red lines of a party on
  ///   either side of what it accepts are one demand each
  public record Point(String id, List<String> options, boolean isOrdered) {
    public Point {
      options = List.copyOf(options);
    }

    /// A point with options in no order.
    public Point(String id, List<String> options) {
      this(id, options, false);
    }
  }

  /// Checks indices, sizes and worths.
  ///
  /// @throws InvalidProblemException with every violation, if indices, sizes or worths do not fit
  ///   together
  public Problem {
    parties = List.copyOf(parties);
    points = List.copyOf(points);
    linkages = List.copyOf(linkages);
    jointWorths = List.copyOf(jointWorths);
    List<InvalidProblem> complaints =
        ProblemChecks.of(parties, points, linkages, jointWorths, signing);
    if (!complaints.isEmpty()) {
      throw new InvalidProblemException(complaints);
    }
  }

  /// A problem without linkages, to be signed by every party.
  public static Problem of(List<Party> parties, List<Point> points) {
    return new Problem(parties, points, List.of(), List.of(), SigningRule.all(parties.size()));
  }

  public Problem withParties(List<Party> others) {
    return new Problem(others, points, linkages, jointWorths, signing);
  }

  public Problem withLinkages(List<PackageConstraint> others) {
    return new Problem(parties, points, others, jointWorths, signing);
  }

  public Problem withSigning(SigningRule rule) {
    return new Problem(parties, points, linkages, jointWorths, rule);
  }

  /// The same problem with one point settled.
  public Problem withSettled(Choice choice) {
    Set<Integer> others = new TreeSet<>();
    for (int option = 0; option < points.get(choice.point()).options().size(); option++) {
      if (option != choice.option()) {
        others.add(option);
      }
    }
    if (others.isEmpty()) {
      return this;
    }
    List<PackageConstraint> more = new ArrayList<>(linkages);
    more.add(
        new PackageConstraint.Forbidden(
            "settled: " + points.get(choice.point()).id(),
            List.of(new OptionSet(choice.point(), others))));
    return withLinkages(more);
  }

  /// All parties, party `i` as bit `i`.
  public int everyone() {
    return (1 << parties.size()) - 1;
  }

  /// The worth of a package to a party.
  public long worth(int party, int[] options) {
    long sum = 0;
    List<List<Long>> worths = parties.get(party).worths();
    for (int point = 0; point < options.length; point++) {
      sum += worths.get(point).get(options[point]);
    }
    for (JointWorth joint : jointWorths) {
      if (joint.party() == party && joint.countsIn(options)) {
        sum += joint.worth();
      }
    }
    return parties.get(party).capped(sum);
  }

  /// Whether sums of worths may exceed the cap of a party.
  public boolean isCapped() {
    return parties.stream().anyMatch(each -> each.cap() != null);
  }

  /// The same problem in which sums count in full.
  ///
  /// The same packages are acceptable in it: a baseline above a cap becomes one that no package
  /// reaches. A vector of its frontier, cut off at the caps, covers every package that it
  /// dominates. So the frontier of this problem is among them.
  public Problem withoutCaps() {
    if (!isCapped()) {
      return this;
    }
    List<Party> free = new ArrayList<>();
    for (int party = 0; party < parties.size(); party++) {
      Party each = parties.get(party);
      boolean isOutOfReach =
          each.cap() != null && each.baseline() != null && each.baseline() > each.cap();
      free.add(
          each.withCap(null).withBaseline(isOutOfReach ? (Long) beyond(party) : each.baseline()));
    }
    return withParties(free);
  }

  /// A worth that no package has to a party.
  private long beyond(int party) {
    long sum = 1;
    for (List<Long> row : parties.get(party).worths()) {
      sum += Collections.max(row);
    }
    for (JointWorth joint : jointWorths) {
      sum += joint.party() == party ? Math.max(0, joint.worth()) : 0;
    }
    return Math.max(sum, Objects.requireNonNullElse(parties.get(party).baseline(), sum));
  }

  /// The worths of a package, by party.
  public long[] worths(int[] options) {
    long[] all = new long[parties.size()];
    for (int party = 0; party < all.length; party++) {
      all[party] = worth(party, options);
    }
    return all;
  }

  /// Whether a package respects every linkage.
  public boolean allows(int[] options) {
    return linkages.stream().allMatch(linkage -> linkage.allows(options));
  }

  /// The constraints on packages that some parties accept: the linkages and their contingencies.
  ///
  /// @param accepting party `i` as bit `i`
  public List<PackageConstraint> constraints(int accepting) {
    List<PackageConstraint> all = new ArrayList<>(linkages);
    for (int party = 0; party < parties.size(); party++) {
      if (((accepting >> party) & 1) == 1) {
        parties.get(party).contingencies().forEach(each -> all.addAll(each.constraints()));
      }
    }
    return all;
  }

  /// Whether a party would sign a package: it crosses no red line and no contingency, and reaches
  /// the baseline.
  public boolean acceptableTo(int party, int[] options) {
    Party one = parties.get(party);
    return one.tolerates(options)
        && (one.baseline() == null || worth(party, options) >= one.baseline());
  }
}
