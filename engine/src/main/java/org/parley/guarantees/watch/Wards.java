package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.IncidentPattern;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Voiding;
import org.parley.guarantees.log.Entry;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.What;
import org.parley.model.guarantee.GuaranteeId;

/// All commitments, found by what touches them: the cost of a lookup does not grow with their
/// number once a description has been seen.
final class Wards {

  private static final int MOST_REMEMBERED = 1 << 16;

  /// The commitments that a description touches.
  record Hit(List<Ward> touched, List<Ward> voided) {}

  final List<Ward> all;
  private final List<Ward> voidable;
  private final Map<String, List<Ward>> byKind = new HashMap<>();
  private final List<Ward> ofAnyKind = new ArrayList<>();
  private final Map<String, List<Ward>> byMilestone = new HashMap<>();
  private final Map<GuaranteeId, Ward> byId = new HashMap<>();
  private final Map<What, Hit> remembered = new HashMap<>();

  Wards(List<Commitment> commitments, int triedWhole) {
    List<Ward> wards = new ArrayList<>();
    for (Commitment commitment : commitments) {
      Ward ward = new Ward(commitment, triedWhole);
      wards.add(ward);
      if (byId.put(commitment.id(), ward) != null) {
        throw new IllegalArgumentException(
            "two guarantees have the id \"" + commitment.id() + "\". Maybe rename one");
      }
      commitment
          .term()
          .milestones()
          .forEach(name -> byMilestone.computeIfAbsent(name, _ -> new ArrayList<>()).add(ward));
      index(ward);
    }
    all = List.copyOf(wards);
    voidable = all.stream().filter(ward -> !ward.commitment.voiding().isEmpty()).toList();
  }

  private void index(Ward ward) {
    Set<String> kinds = new HashSet<>();
    boolean isAny = false;
    List<IncidentPattern> patterns =
        new ArrayList<>(ward.commitment.trigger().allPatterns().toList());
    for (Tier tier : ward.commitment.ladder()) {
      if (tier.when() instanceof Tier.When.IfContinued(IncidentPattern pattern, _)) {
        patterns.add(pattern);
      }
    }
    for (Voiding voiding : ward.commitment.voiding()) {
      switch (voiding.cause()) {
        case Voiding.Cause.Incident(IncidentPattern pattern) -> patterns.add(pattern);
        case Voiding.Cause.BreachOf _ -> kinds.add(Voiding.BREACH);
      }
    }
    for (IncidentPattern pattern : patterns) {
      kinds.addAll(pattern.kinds());
      isAny |= pattern.kinds().isEmpty();
    }
    if (isAny) {
      ofAnyKind.add(ward);
    } else {
      kinds.forEach(kind -> byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(ward));
    }
  }

  Hit hit(What what) {
    Hit known = remembered.get(what);
    if (known != null) {
      return known;
    }
    List<Ward> touched = new ArrayList<>();
    List<Ward> voided = new ArrayList<>();
    for (List<Ward> some : List.of(byKind.getOrDefault(what.kind(), List.of()), ofAnyKind)) {
      for (Ward ward : some) {
        if (ward.isTouchedBy(what)) {
          touched.add(ward);
        }
        if (ward.isVoidedBy(what)) {
          voided.add(ward);
        }
      }
    }
    Hit hit = new Hit(List.copyOf(touched), List.copyOf(voided));
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(what, hit);
    return hit;
  }

  /// The commitments whose term an entry about terms may change.
  List<Ward> touchedBy(Entry entry) {
    if (entry.supersedes() != null) {
      return all;
    }
    return switch (entry.fact()) {
      case Fact.Milestone(String name) -> byMilestone.getOrDefault(name, List.of());
      case Fact.Suspension suspension -> of(suspension.guarantee());
      case Fact.Extension extension -> of(extension.guarantee());
      case Fact.Termination termination -> of(termination.guarantee());
      case Fact.Report _,
          Fact.Finding _,
          Fact.Ballot _,
          Fact.Act _,
          Fact.Waiver _,
          Fact.Invocation _,
          Fact.Retraction _ ->
          List.of();
    };
  }

  /// The commitments that something can void.
  List<Ward> voidable() {
    return voidable;
  }

  private List<Ward> of(GuaranteeId id) {
    Ward ward = byId.get(id);
    return ward == null ? List.of() : List.of(ward);
  }
}
