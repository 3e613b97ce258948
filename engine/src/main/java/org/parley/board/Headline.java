package org.parley.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.board.word.Naming;
import org.parley.board.word.Stance;
import org.parley.model.CaseView;
import org.parley.model.party.PartyId;
import org.parley.model.text.PointId;

/// Says the answer of a board in a few sentences.
final class Headline {

  private Headline() {}

  static List<String> of(CaseView view, Board board) {
    Naming naming = new Naming(view);
    Optional<Agreement> most =
        board.completeness().stream()
            .max(
                Comparator.comparingInt(Agreement::agreed)
                    .thenComparingInt(agreement -> agreement.parties().size())
                    .thenComparingInt(agreement -> -board.completeness().indexOf(agreement)));
    if (most.isEmpty() || most.get().total() == 0) {
      return List.of(
          "Nothing to count yet: the case needs points, and two parties that are to agree on them.");
    }
    Agreement best = most.get();
    List<String> sentences = new ArrayList<>();
    if (best.agreed() == 0) {
      sentences.add(
          "No point of "
              + best.total()
              + " is on record as agreed between any two of "
              + naming.parties(board.columns())
              + ".");
      return sentences;
    }
    sentences.add(
        naming.parties(best.parties())
            + ": "
            + best.agreed()
            + " of "
            + best.total()
            + " points agreed"
            + (best.agreedFirstHand() == best.agreed() ? "" : ", " + onTheWordOf(naming, best))
            + ".");
    open(view, best).ifPresent(sentences::add);
    for (PartyId other : board.columns()) {
      if (!best.parties().contains(other)) {
        List<PartyId> wider =
            board.columns().stream()
                .filter(party -> party.equals(other) || best.parties().contains(party))
                .toList();
        Agreement with = board.among(wider);
        sentences.add(
            "With " + naming.party(other) + ": " + with.agreed() + " of " + with.total() + ".");
      }
    }
    if (best.provisional()) {
      sentences.add("Nothing is agreed until everything is agreed.");
    }
    return sentences;
  }

  /// "on Ukraine's word alone": whose words the agreed points rest on, where not on everyone's own.
  static String onTheWordOf(Naming naming, Agreement agreement) {
    Set<PartyId> speakers = new LinkedHashSet<>();
    agreement.points().stream()
        .filter(point -> point.stance() == Stance.AGREED && !point.basis().isFirstHand())
        .forEach(point -> speakers.addAll(point.onTheWordOf()));
    String names = naming.parties(List.copyOf(speakers));
    return agreement.agreedFirstHand() == 0
        ? "on the word of " + names
        : (agreement.agreed() - agreement.agreedFirstHand()) + " of them on the word of " + names;
  }

  private static Optional<String> open(CaseView view, Agreement best) {
    List<String> open = new ArrayList<>();
    for (Agreement.PointStanding point : best.points()) {
      if (point.stance() != Stance.AGREED) {
        open.add(name(view, point.point()));
      }
    }
    if (open.isEmpty()) {
      return Optional.empty();
    }
    return open.size() <= 4
        ? Optional.of("Not agreed: " + Naming.list(open) + ".")
        : Optional.of("Not agreed: " + open.size() + " points.");
  }

  private static String name(CaseView view, PointId id) {
    return Naming.point(view.get(id));
  }
}
