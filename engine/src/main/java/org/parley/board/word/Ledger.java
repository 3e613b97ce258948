package org.parley.board.word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;

/// The claims that count on a day, and the fate of the others.
///
/// A superseded or retracted claim stays in the ledger, marked. Corrections count by the same rule
/// as claims: said by the day, known by the day of knowledge. A retracted retraction has no effect.
public final class Ledger {

  /// The fate of a claim.
  public enum Fate {
    STANDS,
    SUPERSEDED,
    RETRACTED
  }

  /// A claim and its fate.
  ///
  /// @param claim the claim
  /// @param fate its fate
  /// @param by the claim that superseded or retracted it; null if it stands
  /// @param deniedBy counted claims that deny it
  public record Entry(Claim claim, Fate fate, @Nullable ClaimId by, List<ClaimId> deniedBy) {
    public Entry {
      deniedBy = List.copyOf(deniedBy);
    }

    public boolean stands() {
      return fate == Fate.STANDS;
    }
  }

  private final PreparedClaims words;

  /// By index of a claim: whether it was said.
  private final boolean[] said;

  /// By index of a claim: the claim that superseded or retracted it; -1 for none.
  private final int[] correctedBy;

  private Ledger(PreparedClaims words, boolean[] said) {
    this.words = words;
    this.said = said;
    this.correctedBy = words.corrections.among(said);
  }

  /// The ledger of prepared claims as of a day.
  public static Ledger of(PreparedClaims words, AsOf asOf) {
    return new Ledger(words, words.saidBy(asOf));
  }

  /// Every claim said and known by the day, by date. Computed on each call, in time linear in the
  /// claims.
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (PreparedClaim word : words.inOrder) {
      if (said[word.index] && word.act == null) {
        entries.add(entry(word));
      }
    }
    return Collections.unmodifiableList(entries);
  }

  /// The claims that stand, by date. Computed on each call, in time linear in the claims.
  public List<Claim> standing() {
    return words.inOrder.stream()
        .filter(word -> word.act == null && counts(word))
        .map(word -> word.claim)
        .toList();
  }

  /// Finds the entry of a claim; empty if it was not said or not known by the day.
  public Optional<Entry> find(ClaimId id) {
    return words.find(id).filter(word -> said[word.index]).map(this::entry);
  }

  private Entry entry(PreparedClaim word) {
    List<ClaimId> deniedBy = List.of();
    for (int denial : words.corrections.denialsOf(word)) {
      if (counts(words.inOrder.get(denial))) {
        deniedBy = deniedBy.isEmpty() ? new ArrayList<>() : deniedBy;
        deniedBy.add(words.inOrder.get(denial).claim.id());
      }
    }
    int by = correctedBy[word.index];
    return new Entry(
        word.claim,
        words.corrections.fate(word.index, by),
        by < 0 ? null : words.inOrder.get(by).claim.id(),
        deniedBy);
  }

  /// Whether a claim was said and stands.
  public boolean counts(PreparedClaim word) {
    return said[word.index] && correctedBy[word.index] < 0;
  }

  /// Whether it was said by a named speaker of the party itself.
  public static boolean isFirstHand(CaseView view, Claim claim, PartyId party) {
    return claim.isWordOf(party) && isAttributed(view, claim);
  }

  /// Whether any source names the speaker.
  static boolean isAttributed(CaseView view, Claim claim) {
    for (SourceId source : claim.source()) {
      if (view.get(source).kind() != SourceKind.UNATTRIBUTED) {
        return true;
      }
    }
    return false;
  }
}
