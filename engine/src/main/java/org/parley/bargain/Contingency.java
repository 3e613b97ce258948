package org.parley.bargain;

import java.util.List;

/// Contingent acceptance: a party accepts an option only in a package where every term holds.
///
/// @param choice the option that it accepts on this condition
/// @param allOf the terms, at least one
public record Contingency(Choice choice, List<OptionSet> allOf) {

  public Contingency {
    allOf = List.copyOf(allOf);
  }

  /// Whether a package, one option index per point, takes the option without the condition.
  public boolean isCrossedBy(int[] options) {
    return options[choice.point()] == choice.option()
        && !allOf.stream().allMatch(term -> term.holdsIn(options));
  }

  /// The same as constraints on the packages that the party accepts.
  public List<PackageConstraint> constraints() {
    return allOf.stream()
        .<PackageConstraint>map(
            term ->
                new PackageConstraint.Implication(
                    "contingency",
                    List.of(OptionSet.of(choice.point(), choice.option())),
                    List.of(term)))
        .toList();
  }
}
