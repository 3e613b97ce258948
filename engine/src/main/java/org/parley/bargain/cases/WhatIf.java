package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.Contingency;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;

/// What-if figures; the case stays unchanged.
///
/// @param baselines by party, the changed baseline
/// @param weights by party and point, the changed weight; options keep their shares
/// @param redLines by party and choice, whether it is a red line; if not, conditions on it are
///   lifted as well
public record WhatIf(
    SortedMap<Integer, Long> baselines,
    SortedMap<Integer, SortedMap<Integer, Long>> weights,
    SortedMap<Integer, SortedMap<Choice, Boolean>> redLines) {

  /// No change.
  public static final WhatIf NOTHING =
      new WhatIf(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  public WhatIf {
    baselines = Collections.unmodifiableSortedMap(new TreeMap<>(baselines));
    weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    redLines = Collections.unmodifiableSortedMap(new TreeMap<>(redLines));
  }

  public boolean isEmpty() {
    return baselines.isEmpty() && weights.isEmpty() && redLines.isEmpty();
  }

  /// The problem as it is, with values of quantities apart that a changed weight tells apart. Its
  /// options are those of [#in].
  ///
  /// @throws org.parley.bargain.InvalidProblemException if they are too many
  public PackageProblem refined(PackageProblem packages) {
    return FinerBands.of(packages, weights);
  }

  /// The problem with the changed figures.
  ///
  /// @param packages the problem, [#refined] if it has quantities
  ///
  /// @throws org.parley.bargain.InvalidProblemException if they exceed the supported range
  public PackageProblem in(PackageProblem packages) {
    if (isEmpty()) {
      return packages;
    }
    List<Problem.Party> parties = new ArrayList<>();
    for (int party = 0; party < packages.seats().size(); party++) {
      parties.add(party(packages, party));
    }
    return new PackageProblem(
        packages.problem().withParties(parties),
        packages.seats(),
        packages.matters(),
        packages.linkages(),
        packages.silent(),
        packages.approvals(),
        packages.notes());
  }

  private Problem.Party party(PackageProblem packages, int index) {
    Problem.Party party = packages.problem().parties().get(index);
    @Nullable Long baseline = baselines.getOrDefault(index, party.baseline());
    Set<Choice> lines = new TreeSet<>(party.redLines());
    List<Contingency> contingencies = new ArrayList<>(party.contingencies());
    redLines
        .getOrDefault(index, new TreeMap<>())
        .forEach(
            (choice, isLine) -> {
              if (isLine) {
                lines.add(choice);
              } else {
                lines.remove(choice);
                contingencies.removeIf(each -> each.choice().equals(choice));
              }
            });
    Map<Integer, Long> changed = weights.getOrDefault(index, new TreeMap<>());
    List<List<Long>> worths = new ArrayList<>(party.worths());
    changed.forEach(
        (point, weight) ->
            worths.set(
                point,
                packages.seats().get(index).stakes().get(point).shares().stream()
                    .map(share -> share.times(Rational.of(weight)).rounded().longValueExact())
                    .toList()));
    return new Problem.Party(party.id(), worths, lines, contingencies, baseline, party.cap());
  }
}
