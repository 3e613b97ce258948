package org.parley.bargain;

import java.util.List;

/// A linkage of points that every package has to respect: an exclusion or an implication.
public sealed interface PackageConstraint {

  /// The id by which it is reported.
  String id();

  /// Whether a package, one option index per point, respects it.
  boolean allows(int[] options);

  /// An exclusion: these terms cannot all hold together.
  record Forbidden(String id, List<OptionSet> together) implements PackageConstraint {
    public Forbidden {
      together = List.copyOf(together);
    }

    @Override
    public boolean allows(int[] options) {
      return together.stream().anyMatch(term -> !term.holdsIn(options));
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
  }
}
