package org.parley.bargain.cases;

import java.util.List;

/// An assumption or omission made when a problem was read from a case.
public sealed interface PackageNote {

  /// Some signatories have no position on record; the answers are among the others.
  ///
  /// @param parties their short names
  record SilentSignatories(List<String> parties) implements PackageNote {
    public SilentSignatories {
      parties = List.copyOf(parties);
    }
  }

  /// A party has no baseline on record: it is taken to accept any package that crosses no red line
  /// of it.
  record NoBaseline(String party) implements PackageNote {}

  /// The points belong to several instruments, so all parties are taken to have to sign.
  record SeveralInstruments() implements PackageNote {}

  /// A party weighs points in numbers beyond the total handed out, so its ranked points get
  /// nothing.
  ///
  /// @param most the total handed out
  record NothingForRanks(String party, long most) implements PackageNote {}

  /// A party is taken to be indifferent on points without a position.
  ///
  /// @param points the numbers of the points
  record Indifferent(String party, List<String> points) implements PackageNote {
    public Indifferent {
      points = List.copyOf(points);
    }
  }

  /// A party has not graded some options of a point: they are taken as tolerable.
  ///
  /// @param options the titles of the options
  /// @param point the number of the point
  record Ungraded(String party, List<String> options, String point) implements PackageNote {
    public Ungraded {
      options = List.copyOf(options);
    }
  }

  /// A linkage always holds, since one point it needs is settled.
  ///
  /// @param linkage its text
  record AlwaysHolds(String linkage) implements PackageNote {}
}
