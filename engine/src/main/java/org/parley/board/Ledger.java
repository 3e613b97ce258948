package org.parley.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.AsOf;
import org.parley.model.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.SourceId;
import org.parley.model.claim.SourceKind;
import org.parley.model.party.PartyId;

/// The claims that count on a day, and what became of those that no longer do.
///
/// A superseded or retracted claim stays in the ledger and is told apart. Corrections count by the
/// same rule as claims: said by the day, known by the day of knowledge. A retraction that is itself
/// retracted counts no longer.
public final class Ledger {

  /// What became of a claim.
  public enum Fate {
    STANDS,
    SUPERSEDED,
    RETRACTED
  }

  /// A claim and what became of it.
  ///
  /// @param claim the claim
  /// @param fate what became of it
  /// @param by the claim that superseded or retracted it; absent where it stands
  /// @param deniedBy counted claims that deny it
  public record Entry(Claim claim, Fate fate, @Nullable ClaimId by, List<ClaimId> deniedBy) {
    public Entry {
      deniedBy = List.copyOf(deniedBy);
    }

    public boolean stands() {
      return fate == Fate.STANDS;
    }
  }

  private final List<Entry> entries;
  private final CaseView view;

  /// By the index of a word: whether it was said and stands.
  private final boolean[] counts;

  private Ledger(CaseView view, List<Entry> entries, boolean[] counts) {
    this.view = view;
    this.entries = entries;
    this.counts = counts;
  }

  /// The ledger of prepared words as of a day.
  static Ledger of(Boards boards, AsOf asOf) {
    List<Word> words = boards.words;
    boolean[] said = new boolean[words.size()];
    int count = 0;
    long date = asOf.date().toEpochDay();
    long knownAt = asOf.knownAt().toEpochDay();
    for (Word word : words) {
      if (word.saidByDay <= date && word.knownByDay <= knownAt) {
        said[word.index] = true;
        count++;
      }
    }
    int[] corrected = boards.corrections.among(said);
    List<Entry> entries = new ArrayList<>(count);
    boolean[] counts = new boolean[words.size()];
    for (Word word : words) {
      if (!said[word.index]) {
        continue;
      }
      List<ClaimId> deniedBy = List.of();
      for (int denial : boards.corrections.denialsOf(word)) {
        if (said[denial] && corrected[denial] < 0) {
          deniedBy = deniedBy.isEmpty() ? new ArrayList<>() : deniedBy;
          deniedBy.add(words.get(denial).claim.id());
        }
      }
      int by = corrected[word.index];
      entries.add(
          new Entry(
              word.claim,
              boards.corrections.fate(word.index, by),
              by < 0 ? null : words.get(by).claim.id(),
              deniedBy));
      counts[word.index] = by < 0;
    }
    return new Ledger(boards.view, Collections.unmodifiableList(entries), counts);
  }

  /// Every claim said and known by the day, by date.
  public List<Entry> entries() {
    return entries;
  }

  /// Whether a word was said and stands.
  boolean counts(Word word) {
    return counts[word.index];
  }

  /// The claims that stand, by date.
  public List<Claim> standing() {
    return entries.stream().filter(Entry::stands).map(Entry::claim).toList();
  }

  /// What became of a claim; empty where it was not said or not known by the day.
  public Optional<Entry> find(ClaimId id) {
    if (!(view.find(id).orElse(null) instanceof Claim claim)) {
      return Optional.empty();
    }
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Claim other = entries.get(middle).claim();
      int order = CaseView.CLAIMS_IN_ORDER.compare(other, claim);
      if (order == 0) {
        return Optional.of(entries.get(middle));
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /// Whether the party itself, by a speaker with a name, says it.
  public static boolean isFirstHand(CaseView view, Claim claim, PartyId party) {
    return claim.party().equals(party) && isAttributed(view, claim);
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
