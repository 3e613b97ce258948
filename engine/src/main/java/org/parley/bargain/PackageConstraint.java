package org.parley.bargain;

import java.util.List;

/// A linkage of points that every package has to respect: an exclusion or an implication.
public sealed interface PackageConstraint {

  /// The name it is reported by.
  String id();

  /// Whether a package, one option index a point, respects it.
  boolean allows(int[] options);

  /// These cannot all hold together.
  record Forbidden(String id, List<OptionSet> together) implements PackageConstraint {
    public Forbidden {
      together = List.copyOf(together);
    }

    @Override
    public boolean allows(int[] options) {
      return together.stream().anyMatch(term -> !term.holdsIn(options));
    }
  }

  /// If all of these hold, then at least one of those.
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
