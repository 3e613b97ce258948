package org.parley.web.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.Frame;

/// One's own second factor, or its enrolment at sign-in.
///
/// @param isSignIn whether somebody is signing in, and does nothing else before
/// @param isNeeded whether the role must have one
/// @param isPossible whether this server has a key for secrets, or a place for one
/// @param since when the app was set up; null for none
/// @param passkeys how many passkeys there are, which are factors too
/// @param codesLeft how many recovery codes are left
/// @param hasPasskeys whether a passkey can be added instead
/// @param offer what is offered to the app; null for nothing
/// @param codes new recovery codes, shown this once; empty for none
/// @param done the last action; empty for none
/// @param trouble the reason of a refusal; empty for none
public record FactorPage(
    Frame frame,
    boolean isSignIn,
    boolean isNeeded,
    boolean isPossible,
    @Nullable Instant since,
    int passkeys,
    int codesLeft,
    boolean hasPasskeys,
    @Nullable OfferedFactor offer,
    List<String> codes,
    String done,
    String trouble) {

  public FactorPage {
    codes = List.copyOf(codes);
  }

  /// Whether there is any factor, and so recovery codes.
  public boolean hasFactor() {
    return since != null || passkeys > 0;
  }

  /// The page of an enrolment at sign-in.
  public static FactorPage atSignIn(
      Frame frame,
      @Nullable OfferedFactor offer,
      boolean hasPasskeys,
      List<String> codes,
      String trouble) {
    return new FactorPage(
        frame, true, true, true, null, 0, codes.size(), hasPasskeys, offer, codes, "", trouble);
  }
}
