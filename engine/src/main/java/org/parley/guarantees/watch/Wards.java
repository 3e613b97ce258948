package org.parley.guarantees.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.fold.Fold;
import org.parley.guarantees.fold.Standing;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.What;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;

/// All commitments, indexed by matching incidents: the cost of a lookup does not grow with their
/// number.
final class Wards {

  private static final Comparator<Ward> BY_NUMBER = Comparator.comparingInt(ward -> ward.number);

  /// The commitments that a description affects.
  record Hit(List<Ward> touched, List<Ward> voided) {

    /// A hit on one commitment alone.
    static Hit of(Ward only) {
      return new Hit(List.of(only), List.of());
    }

    boolean isNothing() {
      return touched.isEmpty() && voided.isEmpty();
    }
  }

  /// No hit.
  static final Hit NOTHING = new Hit(List.of(), List.of());

  final List<Ward> all;

  /// Whether some commitment waits for the breach of another.
  private boolean hasLinks;

  private final PatternIndex index = new PatternIndex();
  private final Map<String, List<Ward>> byMilestone = new HashMap<>();
  private final Map<GuaranteeId, List<Ward>> byId = new HashMap<>();

  /// The buffer of the last lookup, reused.
  private final List<Ward> found = new ArrayList<>();

  Wards(List<Commitment> commitments, int mostBoxes) {
    List<Ward> wards = new ArrayList<>();
    Fold.Common common = new Fold.Common();
    Standing like = null;
    for (Commitment commitment : commitments) {
      List<Ward> own = new ArrayList<>(1);
      for (Commitment each : commitment.byDebtor()) {
        Ward ward = new Ward(each, common, wards.size(), like, mostBoxes);
        like = ward.standing();
        wards.add(ward);
        own.add(ward);
        each.term()
            .milestones()
            .forEach(name -> byMilestone.computeIfAbsent(name, _ -> new ArrayList<>()).add(ward));
        ward.patterns().forEach(pattern -> index.add(pattern, ward));
      }
      if (byId.put(commitment.id(), List.copyOf(own)) != null) {
        throw new IllegalArgumentException(
            "two guarantees have the id \"" + commitment.id() + "\". Maybe rename one");
      }
    }
    all = List.copyOf(wards);
    for (Ward ward : all) {
      ward.isLinked = breaches(ward.commitment).anyMatch(each -> !hit(each).isNothing());
      hasLinks |= ward.isLinked;
    }
  }

  /// The incidents that breaches of a commitment are.
  static Stream<What> breaches(Commitment commitment) {
    return commitment.liability() == Guarantee.Liability.EACH
        ? commitment.obligors().stream().map(each -> Breaches.incident(commitment.id(), each))
        : Stream.of(Breaches.incident(commitment.id(), null));
  }

  boolean hasLinks() {
    return hasLinks;
  }

  /// The commitments that a description affects, in their order.
  Hit hit(What what) {
    if (!index.mayMean(what.kind())) {
      return NOTHING;
    }
    found.clear();
    if (what.isUnattributed()) {
      index.collect(what.attributed(true), found);
      index.collect(what.attributed(false), found);
      return found.isEmpty() ? NOTHING : hit(found, what);
    }
    boolean isSure = index.collect(what, found);
    if (found.isEmpty()) {
      return NOTHING;
    }
    if (found.size() == 1) {
      Ward only = found.getFirst();
      if (isSure) {
        return Hit.of(only);
      }
      boolean touches = only.isTouchedBy(what);
      boolean voids = only.isVoidedBy(what);
      return touches && !voids ? Hit.of(only) : touches || voids ? hit(found, what) : NOTHING;
    }
    return hit(found, what);
  }

  private static Hit hit(List<Ward> candidates, What what) {
    List<Ward> touched = new ArrayList<>(candidates.size());
    List<Ward> voided = new ArrayList<>(1);
    for (Ward ward : candidates) {
      if (ward.isTouchedBy(what)) {
        touched.add(ward);
      }
      if (ward.isVoidedBy(what)) {
        voided.add(ward);
      }
    }
    touched.sort(BY_NUMBER);
    voided.sort(BY_NUMBER);
    return touched.isEmpty() && voided.isEmpty() ? NOTHING : new Hit(touched, voided);
  }

  /// The commitments with a term that a fact is about.
  List<Ward> concernedBy(Fact fact) {
    return switch (fact) {
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

  private List<Ward> of(GuaranteeId id) {
    return byId.getOrDefault(id, List.of());
  }
}
