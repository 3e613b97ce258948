package org.parley.board.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.board.word.Ledger.Fate;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;

/// The corrections and denials among claims, independent of the day, prepared for every ledger of a
/// view.
final class Corrections {

  private static final int[] NONE = {};

  private final PreparedClaims words;

  /// By index of a claim: those that supersede or retract it, in order of time.
  private final int[][] correctedBy;

  /// By index of a claim: those that deny it, in order of time.
  private final int[][] deniedBy;

  /// The corrected claims, each after all that correct it, so that the fate of a correction is
  /// known before it is applied.
  private final int[] fromLastCorrection;

  Corrections(PreparedClaims words) {
    this.words = words;
    this.correctedBy = new int[words.inOrder.size()][];
    this.deniedBy = new int[words.inOrder.size()][];
    Map<Integer, List<Integer>> correcting = new LinkedHashMap<>();
    Map<Integer, List<Integer>> denying = new LinkedHashMap<>();
    for (PreparedClaim word : words.inOrder) {
      corrected(word.claim).forEach(id -> add(correcting, id, word));
      word.claim.contradicts().forEach(id -> add(denying, id, word));
    }
    correcting.forEach((index, by) -> correctedBy[index] = array(by));
    denying.forEach((index, by) -> deniedBy[index] = array(by));
    this.fromLastCorrection = order(correcting);
  }

  private static List<ClaimId> corrected(Claim claim) {
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

  /// For each claim marked in `said`, the index of the claim that superseded or retracted it, or
  /// -1. A correction counts if it was said and has not been retracted; a retraction outranks a
  /// supersession.
  int[] among(boolean[] said) {
    int[] by = new int[correctedBy.length];
    Arrays.fill(by, -1);
    for (int index : fromLastCorrection) {
      for (int correction : correctedBy[index]) {
        if (said[index] && said[correction] && !isRetracted(correction, by[correction])) {
          by[index] = isRetracted(index, by[index]) ? by[index] : correction;
        }
      }
    }
    return by;
  }

  /// The fate of the claim at `index`, corrected by that at `by`; -1 for none.
  Fate fate(int index, int by) {
    return by < 0 ? Fate.STANDS : isRetracted(index, by) ? Fate.RETRACTED : Fate.SUPERSEDED;
  }

  private boolean isRetracted(int index, int by) {
    return by >= 0
        && words.inOrder.get(by).claim.retracts().contains(words.inOrder.get(index).claim.id());
  }

  /// The indices of all claims that deny this one.
  int[] denialsOf(PreparedClaim word) {
    int[] all = deniedBy[word.index];
    return all == null ? NONE : all;
  }
}
