package org.parley.board.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.parley.board.word.Ledger.Fate;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;

/// The corrections and denials among claims, independent of the day, prepared for every ledger of a
/// view.
final class Corrections {

  private static final int[] NONE = {};

  private final PreparedClaims words;

  /// By index of a claim: those that deny it, in order of time.
  private final int[][] deniedBy;

  /// The corrected claims, each after all that correct it, so that the fate of a correction is
  /// known before it is applied.
  private final int[] fromLastCorrection;

  /// By index of a claim: its place among those; -1 if nothing corrects it.
  private final int[] places;

  /// By place: those that supersede or retract it, in order of time, and whether each retracts it.
  private final int[][] correctedBy;

  private final boolean[][] isRetraction;

  /// The corrections that count on a day.
  final class OfDay {

    /// By place of a corrected claim: the claim that superseded or retracted it; -1 for none.
    private final int[] by = new int[fromLastCorrection.length];

    private final boolean[] isRetracted = new boolean[fromLastCorrection.length];

    /// A correction counts if it was said and has not been retracted; a retraction outranks a
    /// supersession.
    private OfDay(IntPredicate said) {
      Arrays.fill(by, -1);
      for (int place = 0; place < by.length; place++) {
        if (said.test(fromLastCorrection[place])) {
          apply(said, place);
        }
      }
    }

    private void apply(IntPredicate said, int place) {
      for (int i = 0; i < correctedBy[place].length && !isRetracted[place]; i++) {
        int correction = correctedBy[place][i];
        if (said.test(correction) && !isRetracted(correction)) {
          by[place] = correction;
          isRetracted[place] = isRetraction[place][i];
        }
      }
    }

    /// The index of the claim that superseded or retracted the one at `index`; -1 for none.
    int by(int index) {
      return places[index] < 0 ? -1 : by[places[index]];
    }

    private boolean isRetracted(int index) {
      return places[index] >= 0 && isRetracted[places[index]];
    }

    /// The fate of the claim at `index`.
    Fate fate(int index) {
      return by(index) < 0 ? Fate.STANDS : isRetracted(index) ? Fate.RETRACTED : Fate.SUPERSEDED;
    }
  }

  Corrections(PreparedClaims words) {
    this.words = words;
    this.deniedBy = new int[words.inOrder.size()][];
    Map<Integer, List<Integer>> correcting = new LinkedHashMap<>();
    Map<Integer, List<Integer>> denying = new LinkedHashMap<>();
    for (PreparedClaim word : words.inOrder) {
      corrected(word.claim).forEach(id -> add(correcting, id, word));
      word.claim.contradicts().forEach(id -> add(denying, id, word));
    }
    denying.forEach((index, by) -> deniedBy[index] = array(by));
    this.fromLastCorrection = order(correcting);
    this.places = new int[words.inOrder.size()];
    this.correctedBy = new int[fromLastCorrection.length][];
    this.isRetraction = new boolean[fromLastCorrection.length][];
    Arrays.fill(places, -1);
    for (int place = 0; place < fromLastCorrection.length; place++) {
      int index = fromLastCorrection[place];
      places[index] = place;
      correctedBy[place] = array(correcting.getOrDefault(index, List.of()));
      isRetraction[place] = retractions(correctedBy[place], index);
    }
  }

  private boolean[] retractions(int[] by, int index) {
    boolean[] retractions = new boolean[by.length];
    for (int i = 0; i < by.length; i++) {
      retractions[i] =
          words.inOrder.get(by[i]).claim.retracts().contains(words.inOrder.get(index).claim.id());
    }
    return retractions;
  }

  /// The claims that a claim supersedes or retracts.
  static List<ClaimId> corrected(Claim claim) {
    if (claim.retracts().isEmpty()) {
      return claim.supersedes();
    }
    List<ClaimId> corrected = new ArrayList<>(claim.supersedes());
    corrected.addAll(claim.retracts());
    return corrected;
  }

  private void add(Map<Integer, List<Integer>> all, ClaimId target, PreparedClaim by) {
    all.computeIfAbsent(words.get(target).index, _ -> new ArrayList<>()).add(by.index);
  }

  private static int[] array(List<Integer> indices) {
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] order(Map<Integer, List<Integer>> correcting) {
    Map<Integer, Integer> waiting = new HashMap<>();
    correcting.forEach((index, by) -> waiting.put(index, by.size()));
    List<PreparedClaim> ready = new ArrayList<>();
    for (PreparedClaim word : words.inOrder) {
      if (!corrected(word.claim).isEmpty() && !waiting.containsKey(word.index)) {
        ready.add(word);
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int next = 0; next < ready.size(); next++) {
      PreparedClaim by = ready.get(next);
      for (ClaimId id : corrected(by.claim)) {
        PreparedClaim target = words.get(id);
        if (waiting.merge(target.index, -1, Integer::sum) == 0) {
          order.add(target.index);
          ready.add(target);
        }
      }
    }
    return array(order);
  }

  /// The corrections among the claims that pass `said`, by index. Linear in the corrections.
  OfDay among(IntPredicate said) {
    return new OfDay(said);
  }

  /// The indices of all claims that supersede, retract or deny one.
  int[] against(int index) {
    int[] correcting = places[index] < 0 ? NONE : correctedBy[places[index]];
    int[] denying = denialsOf(index);
    int[] all = Arrays.copyOf(correcting, correcting.length + denying.length);
    System.arraycopy(denying, 0, all, correcting.length, denying.length);
    return all;
  }

  /// The indices of all claims that deny one.
  int[] denialsOf(int index) {
    int[] all = deniedBy[index];
    return all == null ? NONE : all;
  }
}
