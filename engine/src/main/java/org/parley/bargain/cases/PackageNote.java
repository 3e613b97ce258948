package org.parley.bargain.cases;

import java.util.List;

/// An assumption or omission made when a problem was read from a case.
public sealed interface PackageNote {

  /// Nothing is on record of what some signatories would accept; the answers are among the others.
  ///
  /// @param parties their short names
  record SilentSignatories(List<String> parties) implements PackageNote {
    public SilentSignatories {
      parties = List.copyOf(parties);
    }
  }

  /// What no deal is worth to a party is not on record: it is taken to accept whatever crosses no
  /// red line of it.
  record NoBaseline(String party) implements PackageNote {}

  /// The points are of several instruments, so all are taken to have to sign, whatever the rule of
  /// one of them.
  record SeveralInstruments() implements PackageNote {}

  /// A party puts more points than are handed out on what it weighs in numbers, so nothing is left
  /// for what it only ranks.
  ///
  /// @param most how many points are handed out
  record NothingForRanks(String party, long most) implements PackageNote {}

  /// A party is taken to be indifferent on points of which it says nothing.
  ///
  /// @param points the numbers of the points
  record Indifferent(String party, List<String> points) implements PackageNote {
    public Indifferent {
      points = List.copyOf(points);
    }
  }

  /// A party says nothing of some options of a point: they are taken as tolerable.
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
