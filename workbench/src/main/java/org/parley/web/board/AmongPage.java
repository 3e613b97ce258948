package org.parley.web.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.board.Agreement;
import org.parley.board.Board;
import org.parley.board.cell.Cell;
import org.parley.model.PartyId;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;

/// How complete the whole is among some parties, point by point, with the claims behind it.
///
/// @param open the case
/// @param moment the moment
/// @param board the board
/// @param agreement how complete it is
public record AmongPage(OpenCase open, ViewedDay moment, Board board, Agreement agreement) {

  /// The page for the parties in `?parties=US,UA`.
  ///
  /// @throws BadQuery if there are fewer than two, or one is not a column of the board
  public static AmongPage of(OpenCase open, ViewedDay moment, Query query) {
    String named = query.text("parties");
    Board board = open.board(moment.asOf());
    List<String> columns = board.columns().stream().map(PartyId::value).toList();
    Set<PartyId> asked = new LinkedHashSet<>();
    for (String id : named == null ? new String[0] : named.split(",", -1)) {
      if (!columns.contains(id)) {
        throw new BadQuery(
            "parties",
            id,
            "that is not a column of the board",
            "Maybe two or more of: " + String.join(", ", columns) + ".");
      }
      asked.add(new PartyId(id));
    }
    if (asked.size() < 2) {
      throw new BadQuery(
          "parties",
          named == null ? "" : named,
          "agreement takes two or more parties",
          "Maybe two or more of: " + String.join(", ", columns) + ".");
    }
    List<PartyId> ordered = board.columns().stream().filter(asked::contains).toList();
    return new AmongPage(open, moment, board, board.among(ordered));
  }

  public Frame frame() {
    return Frame.of(
        Say.text("board.among.frame", "parties", Say.parties(open.view(), agreement.parties())),
        open.view().info(),
        "board");
  }

  /// The basis of a point's standing, in words.
  public String basis(Agreement.PointStanding standing) {
    return Say.text(
        "board.among.basis",
        "basis",
        standing.basis(),
        "named",
        !standing.onTheWordOf().isEmpty(),
        "parties",
        Say.parties(open.view(), standing.onTheWordOf()));
  }

  /// The claims behind the stances of these parties on a point, by date.
  public List<Claim> claims(Agreement.PointStanding standing) {
    Set<ClaimId> ids = new LinkedHashSet<>();
    for (Cell cell : board.get(standing.point()).cells()) {
      if (agreement.parties().contains(cell.party())) {
        ids.addAll(cell.claims());
      }
    }
    List<Claim> claims = new ArrayList<>();
    ids.forEach(id -> claims.add(open.view().get(id)));
    claims.sort(Comparator.comparing(Claim::said).thenComparing(Claim::id));
    return claims;
  }
}
