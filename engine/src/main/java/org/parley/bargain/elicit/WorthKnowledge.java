package org.parley.bargain.elicit;

import java.util.List;
import org.parley.bargain.JointWorth;
import org.parley.bargain.worth.WorthRange;

/// Knowledge of the worths of one party.
///
/// @param ranges by point and option
/// @param inequalities on them
/// @param jointWorths what its options are worth together; these are known
public record WorthKnowledge(
    List<List<WorthRange>> ranges,
    List<WorthInequality> inequalities,
    List<JointWorth> jointWorths) {
  public WorthKnowledge {
    ranges = ranges.stream().map(List::copyOf).toList();
    inequalities = List.copyOf(inequalities);
    jointWorths = List.copyOf(jointWorths);
  }

  /// Knowledge of options that are worth nothing more together.
  public WorthKnowledge(List<List<WorthRange>> ranges, List<WorthInequality> inequalities) {
    this(ranges, inequalities, List.of());
  }

  /// The joint worth of a package, by point the option of each.
  long joint(List<Integer> options) {
    int[] chosen = options.stream().mapToInt(each -> each).toArray();
    return jointWorths.stream()
        .filter(each -> each.countsIn(chosen))
        .mapToLong(JointWorth::worth)
        .sum();
  }
}
