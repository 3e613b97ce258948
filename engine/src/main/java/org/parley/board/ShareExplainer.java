package org.parley.board;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.board.word.Naming;
import org.parley.board.word.Stance;
import org.parley.model.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Share;
import org.parley.model.claim.Subject;
import org.parley.model.party.PartyId;
import org.parley.model.text.PointId;

/// Puts a quoted share beside what the record says, and explains the difference in one sentence.
final class ShareExplainer {

  private final CaseView view;
  private final Board board;
  private final Naming naming;
  private final Map<List<Object>, Agreement> counted = new HashMap<>();
  private final Map<List<Object>, List<PartyId>> presumed = new HashMap<>();

  ShareExplainer(CaseView view, Board board) {
    this.view = view;
    this.board = board;
    this.naming = new Naming(view);
  }

  QuotedShare explain(Claim claim) {
    if (!(claim.asserts() instanceof Assertion.Complete(Share share))) {
      throw new IllegalArgumentException(claim.id() + " quotes no share");
    }
    Subject subject = claim.about().getFirst();
    List<PartyId> meant = meant(claim);
    if (claim.about().size() > 1) {
      return new QuotedShare(
          claim.id(),
          Optional.empty(),
          "It concerns several things at once, which are not counted together.");
    }
    if (meant.size() < 2) {
      return new QuotedShare(
          claim.id(),
          Optional.empty(),
          "Among whom was not said, and fewer than two of the parties concerned are on the board.");
    }
    Agreement computed = among(meant, subject);
    if (computed.total() == 0) {
      return new QuotedShare(claim.id(), Optional.empty(), uncounted(subject, meant));
    }
    return new QuotedShare(
        claim.id(), Optional.of(computed), sentence(share, claim, subject, computed));
  }

  /// Many shares are quoted of one thing among the same parties: each is counted once.
  private Agreement among(List<PartyId> parties, Subject subject) {
    return counted.computeIfAbsent(List.of(parties, subject), _ -> board.among(parties, subject));
  }

  /// The parties the share is said to hold among. Where it was not said: of the sets with the
  /// speaker's party, the one that agrees on most; where there are no points to count, the
  /// signatories.
  private List<PartyId> meant(Claim claim) {
    if (!claim.between().isEmpty()) {
      return board.columns().stream().filter(claim.between()::contains).toList();
    }
    return presumed.computeIfAbsent(
        List.of(claim.party(), claim.about().getFirst()), _ -> presumed(claim));
  }

  private List<PartyId> presumed(Claim claim) {
    Subject subject = claim.about().getFirst();
    List<PartyId> signatories = signatories(subject);
    List<PartyId> widest = signatories.size() > 1 ? signatories : board.columns();
    if (widest.size() < 2 || among(widest, subject).total() == 0) {
      return widest;
    }
    Set<PointId> points = new HashSet<>();
    among(widest, subject).points().forEach(point -> points.add(point.point()));
    return board.completeness().stream()
        .filter(set -> set.parties().contains(claim.party()))
        .max(Comparator.comparingInt(set -> agreedOf(points, set)))
        .map(Agreement::parties)
        .orElse(widest);
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

  private String uncounted(Subject subject, List<PartyId> meant) {
    return "It concerns "
        + naming.subject(subject)
        + " alone, of which no points are on record, so it cannot be counted; among "
        + naming.parties(meant)
        + " it stands as: "
        + board.standing(subject, meant).words()
        + ".";
  }

  private String sentence(Share share, Claim claim, Subject subject, Agreement computed) {
    String among = "among " + naming.parties(computed.parties());
    String record =
        computed.agreed()
            + " of "
            + computed.total()
            + (computed.agreed() == 1 || computed.total() == 1 ? " is" : " are")
            + " on record as agreed "
            + among
            + onTheWordOf(computed);
    String start =
        share
            .fraction()
            .map(fraction -> compared(share, fraction, computed))
            .orElse("\"" + share + "\" is not a number");
    String whom = claim.between().isEmpty() ? "; among whom was not said" : "";
    return start + whom + ": " + record + others(subject, computed) + ".";
  }

  private static String compared(Share share, Share.Fraction fraction, Agreement computed) {
    long meant =
        Math.floorDiv(
            2L * fraction.part() * computed.total() + fraction.whole(), 2L * fraction.whole());
    boolean exact = (long) fraction.part() * computed.total() % fraction.whole() == 0;
    long more = computed.agreed() - meant;
    String count =
        fraction.whole() == computed.total()
            ? ""
            : " of "
                + computed.total()
                + (computed.total() == 1 ? " point is " : " points is ")
                + (exact ? "" : "about ")
                + meant;
    String difference =
        more == 0
            ? ", as on record"
            : ", " + Math.abs(more) + (more > 0 ? " fewer than" : " more than") + " on record";
    return share + count + difference;
  }

  private String onTheWordOf(Agreement computed) {
    if (computed.agreed() == 0 || computed.agreedFirstHand() == computed.agreed()) {
      return "";
    }
    return ", " + Headline.onTheWordOf(naming, computed);
  }

  /// What the same share is with everyone on the board, where that is not the set already spoken
  /// of.
  private String others(Subject subject, Agreement computed) {
    if (computed.parties().size() == board.columns().size()) {
      return "";
    }
    Agreement all = among(board.columns(), subject);
    return "; among all " + all.parties().size() + " it is " + all.agreed();
  }
}
