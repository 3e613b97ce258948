package org.parley.answer.packages;

import java.util.List;
import java.util.Optional;
import org.parley.bargain.cases.PackageProblem;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.Spelling;
import org.parley.model.party.Party;

/// Asks about packages among some of the parties, named by their ids.
public final class Among {

  /// A party that is not part of the bargaining problem.
  public static final class NotSeatedException extends Exception {

    private static final long serialVersionUID = 1L;
    private final String advice;

    private NotSeatedException(String problem, String advice) {
      super(problem);
      this.advice = advice;
    }

    /// The advice, starting with "Maybe".
    public String advice() {
      return advice;
    }
  }

  private Among() {}

  /// The problem restricted to these parties.
  ///
  /// @param ids the parties; none for all of them
  /// @throws NotSeatedException if one of them does not sign, has no position, or is not a party
  public static PackageProblem of(CaseView view, PackageProblem packages, List<String> ids)
      throws NotSeatedException {
    List<String> seats = packages.seats().stream().map(seat -> seat.party().value()).toList();
    int parties = 0;
    for (String id : ids) {
      if (!seats.contains(id)) {
        throw notSeated(view, packages, id, seats);
      }
      parties |= 1 << seats.indexOf(id);
    }
    return parties == 0 ? packages : packages.among(parties);
  }

  private static NotSeatedException notSeated(
      CaseView view, PackageProblem packages, String id, List<String> seats) {
    Optional<Party> party =
        view.parties().stream().filter(each -> each.id().value().equals(id)).findFirst();
    String choose = "choose of " + String.join(", ", seats);
    if (party.isEmpty()) {
      String meant =
          Spelling.nearest(id, seats).map(near -> "you meant \"" + near + "\"").orElse(choose);
      return new NotSeatedException(
          "\"" + id + "\" is not among those who bargain", "Maybe " + meant + ".");
    }
    boolean signs = packages.silent().contains(party.get().label().text());
    boolean hasPositions =
        view.positions().stream().anyMatch(position -> position.party().value().equals(id));
    if (signs) {
      return new NotSeatedException(
          "\"" + id + "\" signs, but no grade of it is on record for the points bargained about",
          "Maybe add a position, or " + choose + ".");
    }
    return new NotSeatedException(
        "\"" + id + "\" " + (hasPositions ? "has positions, but does not sign" : "does not sign"),
        "Maybe add it to the signatories of the instrument, or " + choose + ".");
  }
}
