package org.parley.web.ledger;

import java.util.List;
import org.parley.board.Board;
import org.parley.board.cell.Contradiction;
import org.parley.model.claim.Claim;
import org.parley.web.view.Frame;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// One claim, and every contradiction it is part of with all that is known.
///
/// @param open the case
/// @param claim the claim
public record ClaimPage(OpenCase open, Claim claim) {

  /// The page of a claim.
  ///
  /// @throws NotOnRecord if there is no such claim
  public static ClaimPage of(OpenCase open, String id) {
    if (open.view().find(id).orElse(null) instanceof Claim claim) {
      return new ClaimPage(open, claim);
    }
    throw new NotOnRecord(
        "claim", id, open.view().claims().stream().map(each -> each.id().value()).toList());
  }

  public Frame frame() {
    return Frame.of(claim.speaker() + ", " + Say.date(claim.said()), open.view().info(), "claims");
  }

  /// The contradictions between it and other claims on the latest board.
  public List<Contradiction> contradictions() {
    Board board = open.board(org.parley.model.cases.AsOf.of(open.lastDay()));
    return board.contradictions().stream()
        .filter(each -> each.first().equals(claim.id()) || each.second().equals(claim.id()))
        .toList();
  }
}
