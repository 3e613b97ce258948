package org.parley.bargain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A linkage of points that every package has to respect: an exclusion, an implication or a budget.
public sealed interface PackageConstraint {

  /// The id by which it is reported.
  String id();

  /// Whether a package, one option index per point, respects it.
  boolean allows(int[] options);

  /// The indices of the points that it ties, in no order.
  List<Integer> points();

  /// An exclusion: these terms cannot all hold together.
  record Forbidden(String id, List<OptionSet> together) implements PackageConstraint {
    public Forbidden {
      together = List.copyOf(together);
    }

    @Override
    public boolean allows(int[] options) {
      return together.stream().anyMatch(term -> !term.holdsIn(options));
    }

    @Override
    public List<Integer> points() {
      return together.stream().map(OptionSet::point).distinct().toList();
    }
  }

  /// An implication: if all terms of `when` hold, at least one of `oneOf` holds.
  record Implication(String id, List<OptionSet> when, List<OptionSet> oneOf)
      implements PackageConstraint {
    public Implication {
      when = List.copyOf(when);
      oneOf = List.copyOf(oneOf);
    }

    @Override
    public boolean allows(int[] options) {
      return when.stream().anyMatch(term -> !term.holdsIn(options))
          || oneOf.stream().anyMatch(term -> term.holdsIn(options));
    }

    @Override
    public List<Integer> points() {
      return Stream.concat(when.stream(), oneOf.stream()).map(OptionSet::point).distinct().toList();
    }
  }

  /// A budget: a sum over points, each with an amount for every option, between two bounds.
  ///
  /// @param amounts the amounts of each point in it
  /// @param least what the sum is at least; null for no such bound
  /// @param most what the sum is at most; null for no such bound
  record Budget(String id, List<PointAmounts> amounts, @Nullable Long least, @Nullable Long most)
      implements PackageConstraint {

    /// The index of a point that is open in [#canHold(int[])].
    public static final int OPEN = -1;

    public Budget {
      amounts = List.copyOf(amounts);
    }

    /// Whether a sum is within the bounds.
    public boolean allows(long sum) {
      return (least == null || sum >= least) && (most == null || sum <= most);
    }

    /// The sum of a package.
    public long sum(int[] options) {
      long sum = 0;
      for (PointAmounts each : amounts) {
        sum += each.byOption().get(options[each.point()]);
      }
      return sum;
    }

    @Override
    public boolean allows(int[] options) {
      return allows(sum(options));
    }

    /// Whether some values of the open points may keep it: no, if all sums are on one side.
    ///
    /// @param options the option of each point, or [#OPEN]
    public boolean canHold(int[] options) {
      long low = 0;
      long high = 0;
      for (PointAmounts each : amounts) {
        int option = options[each.point()];
        low += option == OPEN ? each.least() : each.byOption().get(option);
        high += option == OPEN ? each.most() : each.byOption().get(option);
      }
      return (least == null || high >= least) && (most == null || low <= most);
    }

    @Override
    public List<Integer> points() {
      return amounts.stream().map(PointAmounts::point).toList();
    }
  }

  /// The amounts that the options of a point add to a budget.
  ///
  /// @param point the index of the point
  /// @param byOption an amount for each option, in the unit of the budget
  record PointAmounts(int point, List<Long> byOption) {
    public PointAmounts {
      byOption = List.copyOf(byOption);
    }

    public long least() {
      return byOption.stream().min(Long::compare).orElse(0L);
    }

    public long most() {
      return byOption.stream().max(Long::compare).orElse(0L);
    }
  }
}
