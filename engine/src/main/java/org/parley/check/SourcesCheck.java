package org.parley.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.parley.exact.Budget;
import org.parley.exact.Meter;
import org.parley.model.cases.CaseView;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.sources.SourceDependence;
import org.parley.sources.WeakestSources;

/// Tries every set of fewer sources, whatever they could change.
///
/// A step is one set. Cost: one answer for each of them, n to the power of one less than the size
/// of the stated set, for n sources. With fewer steps than sets none is tried: the verdict would be
/// open after all of them.
final class SourcesCheck {

  private final SourceDependence dependence;
  private final Function<CaseView, ?> answer;
  private final Object before;
  private final List<SourceId> sources;
  private final Meter meter;

  private SourcesCheck(CaseView view, Function<CaseView, ?> answer, Budget budget) {
    dependence = SourceDependence.of(view);
    this.answer = answer;
    before = answer.apply(view);
    sources = view.sources().stream().map(Source::id).toList();
    meter = new Meter(budget);
  }

  /// Whether the set changes the answer as stated, and no set of fewer sources changes it.
  static Verdict verify(
      WeakestSources.Smallest stated, CaseView view, Function<CaseView, ?> answer, Budget budget) {
    SourcesCheck check = new SourcesCheck(view, answer, budget);
    List<SourceId> set = stated.weakest().sources();
    if (set.isEmpty()
        || new HashSet<>(set).size() < set.size()
        || !check.sources.containsAll(set)) {
      return Verdict.fails(Flaw.Code.MALFORMED);
    }
    Object after = answer.apply(check.dependence.without(set));
    if (after.equals(check.before) || !after.equals(stated.weakest().otherwise())) {
      return Verdict.fails(Flaw.Code.CHANGES_NOTHING, set);
    }
    if (!check.canTryAll(set.size(), budget)) {
      return new Verdict.Open(Verdict.Reason.BUDGET);
    }
    for (int size = 1; size < set.size(); size++) {
      List<SourceId> fewer = check.changing(new ArrayList<>(), 0, size);
      if (!fewer.isEmpty()) {
        return Verdict.fails(Flaw.Code.FEWER_SOURCES, fewer);
      }
    }
    return check.meter.stopped() ? new Verdict.Open(Verdict.Reason.BUDGET) : new Verdict.Holds();
  }

  /// Whether there are steps for every set of fewer sources. If not, a check would not end.
  private boolean canTryAll(int stated, Budget budget) {
    BigInteger most = BigInteger.valueOf(budget.steps());
    BigInteger ofSize = BigInteger.ONE;
    BigInteger all = BigInteger.ZERO;
    for (int size = 1; size < stated && all.compareTo(most) <= 0; size++) {
      ofSize =
          ofSize
              .multiply(BigInteger.valueOf(sources.size() + 1L - size))
              .divide(BigInteger.valueOf(size));
      all = all.add(ofSize);
    }
    return all.compareTo(most) <= 0;
  }

  /// The first set of a size that changes the answer and begins with those chosen; empty for none.
  private List<SourceId> changing(List<SourceId> chosen, int from, int size) {
    if (chosen.size() == size) {
      boolean isChanged =
          !meter.spend(1) && !answer.apply(dependence.without(chosen)).equals(before);
      return isChanged ? List.copyOf(chosen) : List.of();
    }
    for (int i = from; i < sources.size() && !meter.stopped(); i++) {
      chosen.add(sources.get(i));
      List<SourceId> found = changing(chosen, i + 1, size);
      chosen.removeLast();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
