package org.parley.board.cell;

import java.util.List;
import org.parley.board.word.Naming;
import org.parley.board.word.Stance;
import org.parley.model.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Subject;
import org.parley.model.party.PartyId;

/// Two claims that cannot both be the last word. Shown, never resolved.
///
/// @param kind how they contradict each other
/// @param party whose stance is in question
/// @param first the earlier claim
/// @param second the later claim
/// @param subjects on what, the widest first
public record Contradiction(
    Kind kind, PartyId party, ClaimId first, ClaimId second, List<Subject> subjects) {

  /// How two claims contradict each other.
  public enum Kind {
    /// Speakers of one party say different things, or one says different things at the same time.
    ONE_PARTY_TWO_VOICES,
    /// A party says that it has not received what it has said to have before.
    RECEIVED_AND_NOT_RECEIVED,
    /// One says that another agrees, and the other says otherwise.
    AGREEMENT_DENIED,
    /// A claim denies another outright.
    DENIED
  }

  public Contradiction {
    subjects = List.copyOf(subjects);
  }

  /// The contradiction in one sentence.
  ///
  /// @param view the view it was found in
  public String words(CaseView view) {
    Naming naming = new Naming(view);
    Claim a = view.get(first);
    Claim b = view.get(second);
    return switch (kind) {
      case ONE_PARTY_TWO_VOICES ->
          "Two voices of " + naming.party(party) + ": " + bothSay(naming, a, b) + ".";
      case RECEIVED_AND_NOT_RECEIVED ->
          naming.party(party)
              + " is on record both with the text and without it: "
              + bothSay(naming, a, b)
              + ".";
      case AGREEMENT_DENIED ->
          bothSay(naming, a, b) + "; one of them speaks for " + naming.party(party) + ".";
      case DENIED ->
          naming.speaker(b) + " denies what " + naming.speaker(a) + " is reported to have said.";
    };
  }

  private static String bothSay(Naming naming, Claim a, Claim b) {
    return naming.speaker(a)
        + " says "
        + said(naming, a)
        + ", "
        + naming.speaker(b)
        + " says "
        + said(naming, b);
  }

  private static String said(Naming naming, Claim claim) {
    String said =
        Stance.of(claim.asserts())
            .map(Stance::words)
            .orElse(claim.asserts() instanceof Assertion.NotReceived ? "not received" : "received");
    return claim.between().isEmpty() ? said : said + " between " + naming.parties(claim.between());
  }
}
