package org.parley.web.view;

import java.util.ArrayList;
import java.util.List;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;

/// The claims that differ in two states of a case.
///
/// @param gone the claims as they were before
/// @param added the claims as they are after
/// @param isOfFewClaims whether parties and the sources of both are the same, and few claims differ
public record ClaimsChange(List<Claim> gone, List<Claim> added, boolean isOfFewClaims) {

  /// With more of them, indexes are made anew.
  private static final int MOST = 200;

  public ClaimsChange {
    gone = List.copyOf(gone);
    added = List.copyOf(added);
  }

  /// The change from the state before, found once for all that follow it. Linear in the claims.
  public static ClaimsChange between(OpenCase before, OpenCase next) {
    return next.once(ClaimsChange.class, _ -> of(before.view(), next.view()));
  }

  private static ClaimsChange of(CaseView before, CaseView next) {
    if (!before.parties().equals(next.parties()) || !next.hasSourcesOf(before)) {
      return new ClaimsChange(List.of(), List.of(), false);
    }
    List<Claim> old = before.claims();
    List<Claim> now = next.claims();
    List<Claim> gone = new ArrayList<>();
    List<Claim> added = new ArrayList<>();
    int i = 0;
    int j = 0;
    while ((i < old.size() || j < now.size()) && gone.size() + added.size() <= MOST) {
      int order =
          i == old.size()
              ? 1
              : j == now.size() ? -1 : CaseView.CLAIMS_IN_ORDER.compare(old.get(i), now.get(j));
      if (order != 0 || !old.get(i).equals(now.get(j))) {
        if (order <= 0) {
          gone.add(old.get(i));
        }
        if (order >= 0) {
          added.add(now.get(j));
        }
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return new ClaimsChange(gone, added, gone.size() + added.size() <= MOST);
  }
}
