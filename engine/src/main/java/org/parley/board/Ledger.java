package org.parley.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.model.AsOf;
import org.parley.model.CaseView;
import org.parley.model.Claim;
import org.parley.model.ClaimId;
import org.parley.model.PartyId;
import org.parley.model.SourceId;
import org.parley.model.SourceKind;

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

  private Ledger(CaseView view, List<Entry> entries) {
    this.view = view;
    this.entries = entries;
  }

  /// The ledger of `view` as of a day.
  public static Ledger of(CaseView view, AsOf asOf) {
    List<Claim> said = view.claims().stream().filter(asOf::covers).toList();
    Map<ClaimId, List<Claim>> correctedBy = new HashMap<>();
    for (Claim claim : said) {
      claim.supersedes().forEach(id -> add(correctedBy, id, claim));
      claim.retracts().forEach(id -> add(correctedBy, id, claim));
    }
    Map<ClaimId, Correction> corrections = corrections(said, correctedBy);
    Map<ClaimId, List<ClaimId>> denials = new HashMap<>();
    for (Claim claim : said) {
      if (!claim.contradicts().isEmpty() && !corrections.containsKey(claim.id())) {
        claim
            .contradicts()
            .forEach(id -> denials.computeIfAbsent(id, _ -> new ArrayList<>()).add(claim.id()));
      }
    }
    List<Entry> entries = new ArrayList<>(said.size());
    for (Claim claim : said) {
      Correction correction = corrections.get(claim.id());
      entries.add(
          new Entry(
              claim,
              correction == null ? Fate.STANDS : correction.fate,
              correction == null ? null : correction.by,
              denials.getOrDefault(claim.id(), List.of())));
    }
    return new Ledger(view, List.copyOf(entries));
  }

  private record Correction(Fate fate, ClaimId by) {}

  /// What became of the claims that no longer stand. A retraction outdoes what supersedes.
  private static Map<ClaimId, Correction> corrections(
      List<Claim> said, Map<ClaimId, List<Claim>> correctedBy) {
    Map<ClaimId, Correction> corrections = new HashMap<>();
    for (Claim claim : fromLastCorrection(said, correctedBy)) {
      for (Claim by : correctedBy.getOrDefault(claim.id(), List.of())) {
        Correction ofBy = corrections.get(by.id());
        if (ofBy != null && ofBy.fate == Fate.RETRACTED) {
          continue;
        }
        Fate fate = by.retracts().contains(claim.id()) ? Fate.RETRACTED : Fate.SUPERSEDED;
        Correction before = corrections.get(claim.id());
        if (before == null || before.fate != Fate.RETRACTED) {
          corrections.put(claim.id(), new Correction(fate, by.id()));
        }
      }
    }
    return corrections;
  }

  private static void add(Map<ClaimId, List<Claim>> correctedBy, ClaimId corrected, Claim by) {
    correctedBy.computeIfAbsent(corrected, _ -> new ArrayList<>()).add(by);
  }

  /// The claims, each after all that correct it: whether a correction counts is known before it is
  /// applied.
  private static List<Claim> fromLastCorrection(
      List<Claim> said, Map<ClaimId, List<Claim>> correctedBy) {
    if (correctedBy.isEmpty()) {
      return List.of();
    }
    Map<ClaimId, Integer> waiting = new HashMap<>();
    Map<ClaimId, Claim> corrected = new HashMap<>();
    List<Claim> ready = new ArrayList<>();
    correctedBy.forEach((id, by) -> waiting.put(id, by.size()));
    for (Claim claim : said) {
      if (waiting.containsKey(claim.id())) {
        corrected.put(claim.id(), claim);
      } else if (!claim.supersedes().isEmpty() || !claim.retracts().isEmpty()) {
        ready.add(claim);
      }
    }
    for (int next = 0; next < ready.size(); next++) {
      Claim by = ready.get(next);
      List<ClaimId> targets = new ArrayList<>(by.supersedes());
      targets.addAll(by.retracts());
      for (ClaimId id : targets) {
        Claim claim = corrected.get(id);
        if (waiting.merge(id, -1, Integer::sum) == 0 && claim != null) {
          ready.add(claim);
        }
      }
    }
    return ready;
  }

  /// Every claim said and known by the day, by date.
  public List<Entry> entries() {
    return entries;
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
