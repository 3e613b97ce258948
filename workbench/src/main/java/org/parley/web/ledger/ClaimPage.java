package org.parley.web.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.parley.board.cell.Contradiction;
import org.parley.model.Id;
import org.parley.model.cases.AsOf;
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

  /// Derives now what pages of claims share.
  public static void prepare(OpenCase open) {
    var _ = open.once(Contradicted.class, Contradicted::of);
    ClaimFilter.prepare(open);
  }

  public Frame frame() {
    return Frame.of(claim.speaker() + ", " + Say.date(claim.said()), open.view().info(), "claims");
  }

  /// The contradictions between it and other claims on the latest board.
  public List<Contradiction> contradictions() {
    return open.once(Contradicted.class, Contradicted::of).byId.getOrDefault(claim.id(), List.of());
  }

  /// The contradictions of the latest board, by each of the two that cannot both stand.
  private record Contradicted(Map<Id, List<Contradiction>> byId) {

    static Contradicted of(OpenCase open) {
      Map<Id, List<Contradiction>> byId = new HashMap<>();
      for (Contradiction each : open.board(AsOf.of(open.lastDay())).contradictions()) {
        for (Id id : new HashSet<>(List.of(each.first(), each.second()))) {
          byId.computeIfAbsent(id, _ -> new ArrayList<>()).add(each);
        }
      }
      return new Contradicted(byId);
    }
  }
}
