package org.parley.board.word;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.parley.model.cases.AsOf;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;

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
  private final IntPredicate said;
  private final Corrections.OfDay corrections;
  private final int end;

  private Ledger(PreparedClaims words, IntPredicate said) {
    this.words = words;
    this.said = said;
    int after = words.inOrder.size();
    while (after > 0 && !said.test(after - 1)) {
      after--;
    }
    this.end = after;
    this.corrections = words.corrections.among(said);
  }

  /// The ledger of prepared claims as of a day. Linear in the corrections, and in the claims of
  /// later days.
  public static Ledger of(PreparedClaims words, AsOf asOf) {
    return new Ledger(words, words.saidBy(asOf));
  }

  /// Every claim said and known by the day, by date. Computed on each call, in time linear in the
  /// claims.
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (PreparedClaim word : words.inOrder) {
      if (word.act == null && said.test(word.index)) {
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
    return words.find(id).filter(word -> said.test(word.index)).map(this::entry);
  }

  private Entry entry(PreparedClaim word) {
    List<ClaimId> deniedBy = List.of();
    for (int denial : words.corrections.denialsOf(word.index)) {
      if (counts(words.inOrder.get(denial))) {
        deniedBy = deniedBy.isEmpty() ? new ArrayList<>() : deniedBy;
        deniedBy.add(words.inOrder.get(denial).claim.id());
      }
    }
    int by = corrections.by(word.index);
    return new Entry(
        word.claim,
        corrections.fate(word.index),
        by < 0 ? null : words.inOrder.get(by).claim.id(),
        deniedBy);
  }

  /// The index after the last claim that was said.
  public int end() {
    return end;
  }

  /// Whether a claim was said and stands.
  public boolean counts(PreparedClaim word) {
    return said.test(word.index) && corrections.by(word.index) < 0;
  }
}
