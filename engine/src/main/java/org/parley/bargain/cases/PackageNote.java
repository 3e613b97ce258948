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

  /// Some parties have positions on record, yet neither sign nor approve; they were not counted.
  ///
  /// @param parties their short names
  record NotCounted(List<String> parties) implements PackageNote {
    public NotCounted {
      parties = List.copyOf(parties);
    }
  }

  /// The points of some instruments are settled, and not bargained about.
  ///
  /// @param instruments their titles
  record SettledInstruments(List<String> instruments) implements PackageNote {
    public SettledInstruments {
      instruments = List.copyOf(instruments);
    }
  }

  /// Nothing is on record of how somebody would take what is signed.
  ///
  /// @param parties the short names of those who approve
  record SilentApprovers(List<String> parties) implements PackageNote {
    public SilentApprovers {
      parties = List.copyOf(parties);
    }
  }

  /// An expected vote rests on an assumption.
  ///
  /// @param by the short name of the body or electorate
  /// @param assumption the assumption, in the words of the case
  record AssumedVote(String by, String assumption) implements PackageNote {}

  /// A chance was computed: the model is that each share lies anywhere in its range with equal
  /// chance, independent of the others.
  record UniformVotes() implements PackageNote {}

  /// Several approvals are needed; their chances are joined without assuming independence.
  record DependentVotes() implements PackageNote {}

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
