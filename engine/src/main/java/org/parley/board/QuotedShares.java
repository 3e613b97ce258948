package org.parley.board;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.acts.Implementation;
import org.parley.board.QuotedShare.InPoints;
import org.parley.board.QuotedShare.ShareComparison;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.act.ActId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Share;
import org.parley.model.text.ComponentId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// Compares quoted shares with the record.
final class QuotedShares {

  private final CaseView view;
  private final Board board;
  private final Map<List<Object>, Agreement> counted = new HashMap<>();
  private final Map<List<Object>, List<PartyId>> presumed = new HashMap<>();
  private final Map<Subject, IdentityHashMap<Agreement, Integer>> agreedBySet = new HashMap<>();

  QuotedShares(CaseView view, Board board) {
    this.view = view;
    this.board = board;
  }

  QuotedShare compare(Claim claim) {
    Share share =
        claim
            .asserts()
            .findShare()
            .orElseThrow(() -> new IllegalArgumentException(claim.id() + " quotes no share"));
    return new QuotedShare(
        claim.id(),
        switch (claim.asserts()) {
          case Assertion.Implemented _ -> performed(claim, share);
          case Assertion.Measured(_, String of) -> new ShareComparison.OfSomethingElse(of);
          default -> compare(claim, share);
        });
  }

  private ShareComparison performed(Claim claim, Share share) {
    if (claim.about().size() > 1) {
      return new ShareComparison.SeveralSubjects();
    }
    Subject subject = claim.about().getFirst();
    Implementation implementation =
        switch (subject) {
          case Subject.Whole _ -> board.acts().implementation(null);
          case InstrumentId id -> board.acts().implementation(id);
          case PointId _, ComponentId _, ActId _ -> new Implementation(List.of());
        };
    int total = implementation.total();
    return total == 0
        ? new ShareComparison.NothingToPerform(subject)
        : new ShareComparison.Performed(
            implementation.done(),
            total,
            share.fraction().map(fraction -> inPoints(fraction, total)).orElse(null));
  }

  private ShareComparison compare(Claim claim, Share share) {
    if (claim.about().size() > 1) {
      return new ShareComparison.SeveralSubjects();
    }
    List<PartyId> meant = meant(claim);
    if (meant.size() < 2) {
      return new ShareComparison.TooFewParties();
    }
    Subject subject = claim.about().getFirst();
    Agreement computed = among(meant, subject);
    if (computed.total() == 0) {
      return new ShareComparison.Uncounted(subject, meant, board.standing(subject, meant));
    }
    return new ShareComparison.Counted(
        computed,
        share.fraction().map(fraction -> inPoints(fraction, computed.total())).orElse(null),
        !claim.between().isEmpty(),
        computed.parties().size() == board.columns().size()
            ? null
            : among(board.columns(), subject));
  }

  private static InPoints inPoints(Share.Fraction fraction, int total) {
    return new InPoints(
        Math.floorDiv(2L * fraction.part() * total + fraction.whole(), 2L * fraction.whole()),
        (long) fraction.part() * total % fraction.whole() == 0,
        fraction.whole() == total);
  }

  /// Many shares are quoted of one subject among the same parties: each is counted once.
  private Agreement among(List<PartyId> parties, Subject subject) {
    return counted.computeIfAbsent(List.of(parties, subject), _ -> board.among(parties, subject));
  }

  /// The parties named with the share.
  ///
  /// If none are named, the set with the speaker's party that agrees on most; if there are no
  /// points to count, the signatories.
  private List<PartyId> meant(Claim claim) {
    if (!claim.between().isEmpty()) {
      return board.columns().stream().filter(claim.between()::contains).toList();
    }
    return presumed.computeIfAbsent(
        List.of(claim.parties(), claim.about().getFirst()), _ -> presumed(claim));
  }

  private List<PartyId> presumed(Claim claim) {
    Subject subject = claim.about().getFirst();
    List<PartyId> signatories = signatories(subject);
    List<PartyId> widest = signatories.size() > 1 ? signatories : board.columns();
    if (widest.size() < 2 || among(widest, subject).total() == 0) {
      return widest;
    }
    IdentityHashMap<Agreement, Integer> agreed =
        agreedBySet.computeIfAbsent(subject, _ -> agreedOf(among(widest, subject)));
    return board.completeness().stream()
        .filter(set -> set.parties().containsAll(claim.parties()))
        .max(Comparator.comparingInt(set -> agreed.getOrDefault(set, 0)))
        .map(Agreement::parties)
        .orElse(widest);
  }

  /// By listed set of parties, how many of some points it agrees on.
  private IdentityHashMap<Agreement, Integer> agreedOf(Agreement of) {
    Set<PointId> points = new HashSet<>();
    of.points().forEach(point -> points.add(point.point()));
    IdentityHashMap<Agreement, Integer> agreed = new IdentityHashMap<>();
    board.completeness().forEach(set -> agreed.put(set, agreedOf(points, set)));
    return agreed;
  }

  private static int agreedOf(Set<PointId> points, Agreement whole) {
    int agreed = 0;
    for (Agreement.PointStanding point : whole.points()) {
      agreed += point.stance() == Stance.AGREED && points.contains(point.point()) ? 1 : 0;
    }
    return agreed;
  }

  private List<PartyId> signatories(Subject subject) {
    return view.instruments().stream()
        .filter(instrument -> instrument.id().equals(subject))
        .flatMap(instrument -> board.columns().stream().filter(instrument.signatories()::contains))
        .toList();
  }
}
