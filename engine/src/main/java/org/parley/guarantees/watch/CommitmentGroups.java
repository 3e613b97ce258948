package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.fold.Worlds;
import org.parley.model.guarantee.GuaranteeId;

/// Cuts commitments into groups that do not depend on each other: the breach of one never triggers
/// or voids one of another group. Duties of a group follow from the log and the group alone.
public final class CommitmentGroups {

  /// The number of the group of each commitment: the place of its first one.
  private final Map<GuaranteeId, Integer> groups = new HashMap<>();

  private CommitmentGroups(List<Commitment> commitments) {
    commitments.forEach(each -> groups.putIfAbsent(each.id(), groups.size()));
    Wards wards = new Wards(commitments, Worlds.MOST_BOXES);
    for (Ward ward : wards.all) {
      Wards.breaches(ward.commitment)
          .map(wards::hit)
          .flatMap(hit -> Stream.concat(hit.touched().stream(), hit.voided().stream()))
          .toList()
          .forEach(other -> join(ward.commitment.id(), other.commitment.id()));
    }
  }

  /// The groups, each in the order of the commitments; the first commitment of each orders them.
  public static List<List<Commitment>> of(List<Commitment> commitments) {
    CommitmentGroups cut = new CommitmentGroups(commitments);
    Map<Integer, List<Commitment>> all = new TreeMap<>();
    for (Commitment each : commitments) {
      all.computeIfAbsent(cut.group(each.id()), _ -> new ArrayList<>()).add(each);
    }
    return List.copyOf(all.values());
  }

  /// Whether the breach of one of these commitments triggers or voids one of them.
  public static boolean isLinked(List<Commitment> commitments) {
    return new Wards(commitments, Worlds.MOST_BOXES).hasLinks();
  }

  private int group(GuaranteeId id) {
    return groups.getOrDefault(id, 0);
  }

  private void join(GuaranteeId one, GuaranteeId other) {
    int from = Math.max(group(one), group(other));
    int to = Math.min(group(one), group(other));
    groups.replaceAll((_, group) -> group == from ? to : group);
  }
}
