package org.parley.bargain.linked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.PackageConstraint;
import org.parley.bargain.Problem;

/// The normal form of a linked problem: tables of worths by point, joint worths, exclusions, and
/// ceilings of sums.
/// - An implication is an exclusion of the complements of what it implies.
/// - Options that cross a red line are left out.
/// - So are options that another one replaces. It is worth as much in the table and every box,
///   belongs to the same exclusions, and adds no more to a sum.
///
/// So each vector of the frontier has a package in this form, and all packages of this form are
/// packages of the problem. Cost: options squared, times the boxes on a point.
public final class LinkedForm {

  /// The most options of a point.
  static final int MOST_OPTIONS = 63;

  /// The largest sum of worths of a party.
  private static final long MOST = 1L << 48;

  /// The largest sum of amounts of a budget.
  private static final long MOST_AMOUNTS = 1L << 40;

  /// The most boxes.
  private static final int MOST_BOXES = 20_000;

  /// Options of several points that all hold together.
  public static final class JointBox {

    private final int[] points;
    private final long[] masks;

    /// @param points the points, in ascending order
    /// @param masks for each, the steps, one bit each
    JointBox(int[] points, long[] masks) {
      this.points = points;
      this.masks = masks;
    }

    /// The number of points.
    public int size() {
      return points.length;
    }

    public int point(int at) {
      return points[at];
    }

    /// The steps of a point that are inside, one bit each.
    public long mask(int at) {
      return masks[at];
    }

    /// Whether some step of each point is left.
    public boolean isOpen(long[] domains) {
      for (int at = 0; at < points.length; at++) {
        if ((domains[points[at]] & masks[at]) == 0) {
          return false;
        }
      }
      return true;
    }

    /// Whether all packages left are inside.
    public boolean isWhole(long[] domains) {
      for (int at = 0; at < points.length; at++) {
        if (!isInside(at, domains)) {
          return false;
        }
      }
      return true;
    }

    /// Whether all steps left of a point are inside.
    public boolean isInside(int at, long[] domains) {
      return (domains[points[at]] & ~masks[at]) == 0;
    }

    boolean holdsIn(int[] steps) {
      for (int at = 0; at < points.length; at++) {
        if ((masks[at] >>> steps[points[at]] & 1) == 0) {
          return false;
        }
      }
      return true;
    }
  }

  /// The worth of a box to one of the parties, negative for a loss.
  public record Bonus(int signer, long worth, JointBox box) {

    /// How many numbers split it: a share for each point, or the part of a loss that is charged.
    public int shares() {
      return worth > 0 ? box.size() : 1;
    }
  }

  private final int[] signers;

  /// By point and step, the option.
  private final int[][] options;

  /// By signer, point and step.
  private final long[][][] tables;

  private final long[] base;
  private final long[] caps;
  private final long[] floors;
  private final List<Bonus> bonuses;
  private final List<JointBox> exclusions;
  private final List<BudgetCeiling> ceilings;

  private LinkedForm(
      int[] signers,
      int[][] options,
      long[][][] tables,
      long[] base,
      long[] caps,
      long[] floors,
      List<Bonus> bonuses,
      List<JointBox> exclusions,
      List<BudgetCeiling> ceilings) {
    this.signers = signers;
    this.options = options;
    this.tables = tables;
    this.base = base;
    this.caps = caps;
    this.floors = floors;
    this.bonuses = bonuses;
    this.exclusions = exclusions;
    this.ceilings = ceilings;
  }

  /// The normal form of a problem.
  ///
  /// @param parties the parties that have to accept, party `i` as bit `i`
  /// @return null if a point has no or too many options left, or worths or amounts are too large
  public static @Nullable LinkedForm of(Problem problem, int parties) {
    return new Builder(problem, parties).build();
  }

  /// The number of points.
  public int points() {
    return options.length;
  }

  /// The number of steps of a point.
  public int steps(int point) {
    return options[point].length;
  }

  /// The number of parties.
  public int size() {
    return signers.length;
  }

  /// The worth of a step of a point to a signer.
  public long table(int signer, int point, int step) {
    return tables[signer][point][step];
  }

  /// The worth of all packages.
  public long base(int signer) {
    return base[signer];
  }

  /// The most that a package is worth; the largest number if there is no cap.
  public long cap(int signer) {
    return caps[signer];
  }

  /// The baseline; the least number if there is none.
  public long floor(int signer) {
    return floors[signer];
  }

  /// The worths of combinations.
  public List<Bonus> bonuses() {
    return bonuses;
  }

  List<JointBox> exclusions() {
    return exclusions;
  }

  /// The ceilings of sums, two for a budget with both bounds.
  public List<BudgetCeiling> ceilings() {
    return ceilings;
  }

  /// All steps of all points.
  public long[] domains() {
    return IntStream.range(0, points()).mapToLong(point -> (1L << steps(point)) - 1).toArray();
  }

  /// Strikes out the steps that would complete an exclusion or leave no room under a ceiling.
  ///
  /// @return false if an exclusion is complete or a point has no step left
  public boolean narrow(long[] domains) {
    if (areEmpty(domains)) {
      return false;
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (BudgetCeiling each : ceilings) {
        changed |= each.narrow(domains);
        if (areEmpty(domains)) {
          return false;
        }
      }
      for (JointBox each : exclusions) {
        int free = -1;
        boolean binds = true;
        for (int at = 0; at < each.points.length && binds; at++) {
          long domain = domains[each.points[at]];
          long inside = domain & each.masks[at];
          if (inside == 0 || (inside != domain && free >= 0)) {
            binds = false;
          } else if (inside != domain) {
            free = at;
          }
        }
        if (binds && free < 0) {
          return false;
        }
        if (binds) {
          domains[each.points[free]] &= ~each.masks[free];
          changed = true;
        }
      }
      if (areEmpty(domains)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areEmpty(long[] domains) {
    return Arrays.stream(domains).anyMatch(domain -> domain == 0);
  }

  boolean allows(int[] steps) {
    return exclusions.stream().noneMatch(each -> each.holdsIn(steps))
        && ceilings.stream().allMatch(each -> each.allows(steps));
  }

  /// The worths of a package, not above the caps.
  long[] worths(int[] steps) {
    long[] worths = base.clone();
    for (int signer = 0; signer < worths.length; signer++) {
      for (int point = 0; point < steps.length; point++) {
        worths[signer] += tables[signer][point][steps[point]];
      }
    }
    for (Bonus each : bonuses) {
      if (each.box.holdsIn(steps)) {
        worths[each.signer] += each.worth;
      }
    }
    for (int signer = 0; signer < worths.length; signer++) {
      worths[signer] = Math.min(worths[signer], caps[signer]);
    }
    return worths;
  }

  /// The options of a package.
  int[] packageOf(int[] steps) {
    return IntStream.range(0, steps.length).map(point -> options[point][steps[point]]).toArray();
  }

  /// An upper bound on the worth to a signer within domains; above the cap if that bounds it.
  public long most(int signer, long[] domains) {
    long most = base[signer];
    for (int point = 0; point < domains.length; point++) {
      long top = Long.MIN_VALUE;
      for (long open = domains[point]; open != 0; open &= open - 1) {
        top = Math.max(top, tables[signer][point][Long.numberOfTrailingZeros(open)]);
      }
      most += top;
    }
    for (Bonus each : bonuses) {
      if (each.signer == signer
          && (each.worth > 0 ? each.box.isOpen(domains) : each.box.isWhole(domains))) {
        most += each.worth;
      }
    }
    return most;
  }

  /// A lower bound on the worth of every package, not above the cap.
  public long least(int signer) {
    long least = base[signer];
    for (long[] table : tables[signer]) {
      least += Arrays.stream(table).min().orElse(0);
    }
    for (Bonus each : bonuses) {
      least += each.signer == signer ? Math.min(0, each.worth) : 0;
    }
    return Math.min(least, caps[signer]);
  }

  /// Whether all packages are worth the same to a signer.
  boolean isSame(int signer) {
    return bonuses.stream().noneMatch(each -> each.signer == signer)
        && Arrays.stream(tables[signer])
            .allMatch(table -> Arrays.stream(table).allMatch(worth -> worth == table[0]));
  }

  /// The sum of all amounts of a party, for which arithmetic has to have room.
  public long span(int signer) {
    long span = Math.abs(base[signer]);
    for (long[] table : tables[signer]) {
      span += Arrays.stream(table).map(Math::abs).max().orElse(0);
    }
    for (Bonus each : bonuses) {
      span += each.signer == signer ? Math.abs(each.worth) : 0;
    }
    return Math.max(1, span);
  }

  /// Builds the form from a problem.
  private static final class Builder {

    private final Problem problem;
    private final int[] signers;
    private final List<List<Integer>> allowed = new ArrayList<>();
    private final long[] base;
    private final List<RawBonus> bonuses = new ArrayList<>();
    private final List<SortedMap<Integer, Long>> exclusions = new ArrayList<>();

    /// By option of the problem, each of the same size.
    private final List<BudgetCeiling> ceilings = new ArrayList<>();

    private final long[] full;
    private boolean isTooLarge;

    /// A bonus over all options of the problem.
    private record RawBonus(int signer, long worth, SortedMap<Integer, Long> box) {}

    Builder(Problem problem, int parties) {
      this.problem = problem;
      signers =
          IntStream.range(0, problem.parties().size())
              .filter(party -> ((parties >> party) & 1) == 1)
              .toArray();
      base = new long[signers.length];
      full = new long[problem.points().size()];
      for (int point = 0; point < full.length; point++) {
        int size = problem.points().get(point).options().size();
        isTooLarge |= size > MOST_OPTIONS;
        full[point] = isTooLarge ? 0 : (1L << size) - 1;
        allowed.add(new ArrayList<>());
      }
    }

    @Nullable LinkedForm build() {
      if (isTooLarge || !isSmall()) {
        return null;
      }
      for (PackageConstraint each : problem.constraints(accepting())) {
        if (!add(each)) {
          return null;
        }
      }
      for (JointWorth each : problem.jointWorths()) {
        for (int signer = 0; signer < signers.length; signer++) {
          if (signers[signer] == each.party()) {
            add(signer, each);
          }
        }
      }
      if (bonuses.size() > MOST_BOXES) {
        return null;
      }
      for (int point = 0; point < full.length; point++) {
        reduce(point);
        if (allowed.get(point).isEmpty()) {
          return null;
        }
      }
      return form();
    }

    private int accepting() {
      return Arrays.stream(signers).map(signer -> 1 << signer).sum();
    }

    private boolean isSmall() {
      for (int signer : signers) {
        double sum = 0;
        for (List<Long> row : problem.parties().get(signer).worths()) {
          sum += row.stream().mapToDouble(Math::abs).max().orElse(0);
        }
        for (JointWorth each : problem.jointWorths()) {
          sum += each.party() == signer ? Math.abs((double) each.worth()) : 0;
        }
        if (sum > MOST) {
          return false;
        }
      }
      return true;
    }

    private static long mask(Set<Integer> options) {
      return options.stream().mapToLong(option -> 1L << option).reduce(0, (one, two) -> one | two);
    }

    /// The terms by point, those of one point together; null if no package has them all.
    private @Nullable SortedMap<Integer, Long> box(List<OptionSet> terms) {
      TreeMap<Integer, Long> box = new TreeMap<>();
      for (OptionSet each : terms) {
        box.merge(each.point(), mask(each.options()), (one, two) -> one & two);
      }
      box.entrySet().removeIf(each -> each.getValue() == full[each.getKey()]);
      return box.containsValue(0L) ? null : box;
    }

    /// Returns false if the amounts of a budget are too large.
    private boolean add(PackageConstraint constraint) {
      switch (constraint) {
        case PackageConstraint.Budget budget -> {
          return add(budget);
        }
        case PackageConstraint.Forbidden(_, List<OptionSet> terms) -> exclude(terms);
        case PackageConstraint.Implication(_, List<OptionSet> when, List<OptionSet> oneOf) -> {
          List<OptionSet> terms = new ArrayList<>(when);
          oneOf.forEach(each -> terms.add(outside(each)));
          exclude(terms);
        }
      }
      return true;
    }

    private void exclude(List<OptionSet> together) {
      SortedMap<Integer, Long> box = box(together);
      if (box != null) {
        exclusions.add(box);
      }
    }

    private boolean add(PackageConstraint.Budget budget) {
      double sum = 0;
      for (PackageConstraint.PointAmounts each : budget.amounts()) {
        sum += Math.max(Math.abs((double) each.least()), Math.abs((double) each.most()));
      }
      for (Long bound : new Long[] {budget.least(), budget.most()}) {
        sum += bound == null ? 0 : Math.abs((double) bound);
      }
      if (sum > MOST_AMOUNTS) {
        return false;
      }
      if (budget.most() != null) {
        ceilings.add(new BudgetCeiling(amounts(budget, 1), budget.most()));
      }
      if (budget.least() != null) {
        ceilings.add(new BudgetCeiling(amounts(budget, -1), -budget.least()));
      }
      return true;
    }

    /// By point and option; a point that is not in the budget adds nothing.
    private long[][] amounts(PackageConstraint.Budget budget, long sign) {
      long[][] amounts = new long[full.length][];
      for (int point = 0; point < full.length; point++) {
        amounts[point] = new long[Long.bitCount(full[point])];
      }
      for (PackageConstraint.PointAmounts each : budget.amounts()) {
        for (int option = 0; option < each.byOption().size(); option++) {
          amounts[each.point()][option] += sign * each.byOption().get(option);
        }
      }
      return amounts;
    }

    private OptionSet outside(OptionSet term) {
      Set<Integer> others = new TreeSet<>();
      for (int option = 0; option < Long.bitCount(full[term.point()]); option++) {
        if (!term.options().contains(option)) {
          others.add(option);
        }
      }
      return new OptionSet(term.point(), others);
    }

    private void add(int signer, JointWorth joint) {
      SortedMap<Integer, Long> box = box(joint.when());
      if (box == null || joint.worth() == 0) {
        return;
      }
      if (box.isEmpty()) {
        base[signer] += joint.worth();
      } else {
        bonuses.add(new RawBonus(signer, joint.worth(), box));
      }
    }

    private void reduce(int point) {
      List<Integer> open = new ArrayList<>();
      for (int option = 0; option < Long.bitCount(full[point]); option++) {
        int here = option;
        if (Arrays.stream(signers)
            .allMatch(
                signer ->
                    problem.parties().get(signer).redLines().stream()
                        .noneMatch(line -> line.point() == point && line.option() == here))) {
          open.add(option);
        }
      }
      for (int one : open) {
        boolean isReplaced = false;
        for (int other : open) {
          // of two that replace each other, the first stays
          isReplaced |=
              one != other
                  && isReplacedBy(point, one, other)
                  && (other < one || !isReplacedBy(point, other, one));
        }
        if (!isReplaced) {
          allowed.get(point).add(one);
        }
      }
    }

    private boolean isReplacedBy(int point, int one, int other) {
      for (int signer : signers) {
        List<Long> row = problem.parties().get(signer).worths().get(point);
        if (row.get(other) < row.get(one)) {
          return false;
        }
      }
      for (RawBonus each : bonuses) {
        Long mask = each.box.get(point);
        int better = each.worth > 0 ? one : other;
        int worse = each.worth > 0 ? other : one;
        if (mask != null && (mask >>> better & 1) == 1 && (mask >>> worse & 1) == 0) {
          return false;
        }
      }
      for (BudgetCeiling each : ceilings) {
        if (each.amount(point, other) > each.amount(point, one)) {
          return false;
        }
      }
      for (SortedMap<Integer, Long> each : exclusions) {
        Long mask = each.get(point);
        if (mask != null && (mask >>> one & 1) != (mask >>> other & 1)) {
          return false;
        }
      }
      return true;
    }

    private LinkedForm form() {
      int[][] options = new int[full.length][];
      long[][][] tables = new long[signers.length][full.length][];
      for (int point = 0; point < full.length; point++) {
        options[point] = allowed.get(point).stream().mapToInt(Integer::intValue).toArray();
        for (int signer = 0; signer < signers.length; signer++) {
          List<Long> row = problem.parties().get(signers[signer]).worths().get(point);
          tables[signer][point] = Arrays.stream(options[point]).mapToLong(row::get).toArray();
        }
      }
      long[] caps = new long[signers.length];
      long[] floors = new long[signers.length];
      for (int signer = 0; signer < signers.length; signer++) {
        Problem.Party party = problem.parties().get(signers[signer]);
        Long cap = party.cap();
        Long floor = party.baseline();
        caps[signer] = cap == null ? Long.MAX_VALUE : cap;
        floors[signer] = floor == null ? Long.MIN_VALUE : floor;
      }
      List<Bonus> given = new ArrayList<>();
      for (RawBonus each : bonuses) {
        JointBox box = stepped(each.box, options);
        if (Arrays.stream(box.masks).noneMatch(mask -> mask == 0)) {
          if (box.points.length == 0) {
            base[each.signer] += each.worth;
          } else {
            given.add(new Bonus(each.signer, each.worth, box));
          }
        }
      }
      List<JointBox> excluded =
          exclusions.stream()
              .map(each -> stepped(each, options))
              .filter(box -> Arrays.stream(box.masks).noneMatch(mask -> mask == 0))
              .toList();
      return new LinkedForm(
          signers,
          options,
          tables,
          base,
          caps,
          floors,
          List.copyOf(given),
          excluded,
          ceilings.stream().map(each -> stepped(each, options)).toList());
    }

    /// A ceiling over steps.
    private static BudgetCeiling stepped(BudgetCeiling ceiling, int[][] options) {
      long[][] amounts = new long[options.length][];
      for (int point = 0; point < amounts.length; point++) {
        int here = point;
        amounts[point] =
            Arrays.stream(options[point])
                .mapToLong(option -> ceiling.amount(here, option))
                .toArray();
      }
      return new BudgetCeiling(amounts, ceiling.most());
    }

    /// A box over steps, without the points on which all steps are inside.
    private static JointBox stepped(SortedMap<Integer, Long> box, int[][] options) {
      TreeMap<Integer, Long> masks = new TreeMap<>();
      box.forEach(
          (point, mask) -> {
            long steps = 0;
            for (int step = 0; step < options[point].length; step++) {
              steps |= (mask >>> options[point][step] & 1) << step;
            }
            if (steps != (1L << options[point].length) - 1) {
              masks.put(point, steps);
            }
          });
      return new JointBox(
          masks.keySet().stream().mapToInt(Integer::intValue).toArray(),
          masks.values().stream().mapToLong(Long::longValue).toArray());
    }
  }
}
