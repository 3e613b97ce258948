package org.parley.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.Coverage.Reason;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.guarantees.log.Entry;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.GuaranteeId;
import org.parley.model.PartyId;

/// Verifies a coverage without the sweep that found it.
///
/// The strips of a threat must follow one another from the first to the last moment asked about,
/// and name every guarantee; and at every moment at which anything could change, and at the moment
/// before it, whether each guarantee is in force must be as the strip says. It reads terms moment
/// by moment from the entries assumed; triggers and determinations do not depend on the moment, so
/// a guarantee may be silent for what they say only if it is so in every strip of the threat.
public final class CoverageCheck {

  private static final Set<Reason> OF_TIME =
      Set.of(Reason.BEFORE_ACTIVATION, Reason.AFTER_END, Reason.VOIDED, Reason.SUSPENDED);

  private final Coverage.Proof proof;
  private final List<String> faults = new ArrayList<>();

  private CoverageCheck(Coverage.Proof proof) {
    this.proof = proof;
  }

  /// What is wrong with the certificate; empty where it holds.
  public static List<String> faults(Coverage.Proof proof) {
    CoverageCheck check = new CoverageCheck(proof);
    check.run();
    return List.copyOf(check.faults);
  }

  private void run() {
    Coverage.Question question = proof.question();
    for (int threat = 0; threat < question.threats().size(); threat++) {
      long at = question.from();
      Map<GuaranteeId, Reason> lasting = new HashMap<>();
      Set<GuaranteeId> timely = new HashSet<>();
      for (Strip strip : proof.coverage().strips()) {
        if (strip.threat() != threat) {
          continue;
        }
        if (strip.from() != at || strip.until() <= strip.from()) {
          faults.add("threat " + threat + ": a gap or overlap at " + Moments.text(at));
        }
        at = strip.until();
        strip(strip, lasting, timely);
      }
      if (at != question.until()) {
        faults.add("threat " + threat + ": the strips end at " + Moments.text(at));
      }
      lasting.keySet().stream()
          .filter(timely::contains)
          .forEach(
              id -> faults.add("guarantee " + id + " answers at some times despite its trigger"));
    }
  }

  private void strip(Strip strip, Map<GuaranteeId, Reason> lasting, Set<GuaranteeId> timely) {
    What what = proof.question().threats().get(strip.threat());
    Map<GuaranteeId, Reason> silent = new HashMap<>();
    strip.silences().forEach(each -> silent.put(each.guarantee(), each.reason()));
    for (Commitment commitment : proof.commitments()) {
      GuaranteeId id = commitment.id();
      List<Integer> tiers =
          strip.answers().stream()
              .filter(each -> each.guarantee().equals(id))
              .map(Coverage.Answer::tier)
              .toList();
      Reason reason = silent.get(id);
      if (tiers.isEmpty() == (reason == null)) {
        faults.add("guarantee " + id + " both answers and is silent, or neither");
        continue;
      }
      if (reason != null && !OF_TIME.contains(reason)) {
        if (!isLater(reason)) {
          lasting.put(id, reason);
        }
        if (isLater(reason)) {
          expectInForce(strip, commitment, reason);
        }
        continue;
      }
      if (reason == null) {
        timely.add(id);
        answers(strip, commitment, what, tiers);
      }
      expectInForce(strip, commitment, reason);
    }
  }

  /// Whether a reason is looked at only where the guarantee is in force.
  private static boolean isLater(Reason reason) {
    return switch (reason) {
      case NO_DETERMINER,
          DETERMINER_BLOCKED,
          DETERMINER_ON_OBLIGORS_SIDE,
          CONTRIBUTORS_CONDITIONAL ->
          true;
      case OUT_OF_REACH,
          NOT_ALONE,
          TOO_WEAK,
          NOTHING_AT_ONCE,
          BEFORE_ACTIVATION,
          AFTER_END,
          VOIDED,
          SUSPENDED ->
          false;
    };
  }

  private void answers(Strip strip, Commitment commitment, What what, List<Integer> tiers) {
    if (commitment.trigger().allPatterns().noneMatch(pattern -> pattern.test(what))) {
      faults.add("guarantee " + commitment.id() + " answers what its trigger does not reach");
    }
    if (commitment.force().compareTo(proof.question().leastForce()) < 0) {
      faults.add("guarantee " + commitment.id() + " is weaker than asked for");
    }
    for (int tier = 0; tier < commitment.ladder().size(); tier++) {
      boolean atOnce = commitment.ladder().get(tier).when() instanceof Tier.When.AtOnce;
      if (atOnce != tiers.contains(tier)) {
        faults.add("tier " + tier + " of " + commitment.id() + " at " + Moments.text(strip.from()));
      }
    }
  }

  /// Compares what a strip says with the terms at every moment in it at which they could change.
  private void expectInForce(Strip strip, Commitment commitment, @Nullable Reason said) {
    TreeSet<Long> moments = new TreeSet<>(List.of(strip.from(), strip.until() - 1));
    for (long edge : edges(commitment)) {
      for (long moment = edge - 1; moment <= edge + 1; moment++) {
        if (moment >= strip.from() && moment < strip.until()) {
          moments.add(moment);
        }
      }
    }
    for (long moment : moments) {
      Reason actual = outOfForce(commitment, moment);
      Reason claimed = said != null && OF_TIME.contains(said) ? said : null;
      if (actual != claimed) {
        faults.add(
            "guarantee "
                + commitment.id()
                + " at "
                + Moments.text(moment)
                + ": "
                + claimed
                + " is claimed, "
                + actual
                + " holds");
        return;
      }
    }
  }

  private Set<Long> edges(Commitment commitment) {
    Set<Long> edges = new HashSet<>();
    for (Entry each : proof.question().assumed()) {
      edges.add(each.earliest());
      if (each.fact() instanceof Fact.Extension(_, long until)) {
        edges.add(until);
      }
      if (commitment.term().lasts() != null) {
        edges.add(commitment.term().lasts().after(each.earliest()));
      }
    }
    edges.addAll(proof.question().voidFrom().values());
    edges.remove(Moments.NEVER);
    edges.remove(Moments.ALWAYS);
    return edges;
  }

  private @Nullable Reason outOfForce(Commitment commitment, long moment) {
    long from = Moments.ALWAYS;
    for (String milestone : commitment.term().milestones()) {
      long reached = Moments.NEVER;
      for (Entry each : proof.question().assumed()) {
        if (each.fact() instanceof Fact.Milestone(String name) && name.equals(milestone)) {
          reached = Math.min(reached, each.earliest());
        }
      }
      from = Math.max(from, reached);
    }
    if (moment < from) {
      return Reason.BEFORE_ACTIVATION;
    }
    if (proof.question().voidFrom().getOrDefault(commitment.id(), Moments.NEVER) <= moment) {
      return Reason.VOIDED;
    }
    if (moment >= end(commitment, from)) {
      return Reason.AFTER_END;
    }
    return isSuspended(commitment, moment) ? Reason.SUSPENDED : null;
  }

  private long end(Commitment commitment, long from) {
    long end =
        commitment.term().lasts() == null ? Moments.NEVER : commitment.term().lasts().after(from);
    List<Entry> inTime = new ArrayList<>(proof.question().assumed());
    inTime.sort(
        java.util.Comparator.comparingLong(Entry::earliest).thenComparing(Entry.AS_RECORDED));
    for (Entry each : inTime) {
      if (each.fact() instanceof Fact.Extension(GuaranteeId id, long until)
          && id.equals(commitment.id())
          && commitment.term().isExtendable()
          && each.earliest() < end) {
        end = Math.max(end, until);
      }
    }
    for (Entry each : inTime) {
      if (each.fact() instanceof Fact.Termination(GuaranteeId id, _)
          && id.equals(commitment.id())) {
        end = Math.min(end, each.earliest());
      }
    }
    return end;
  }

  private boolean isSuspended(Commitment commitment, long moment) {
    List<Entry> inTime = new ArrayList<>(proof.question().assumed());
    inTime.sort(
        java.util.Comparator.comparingLong(Entry::earliest).thenComparing(Entry.AS_RECORDED));
    Set<PartyId> holders = new HashSet<>();
    for (Entry each : inTime) {
      if (each.earliest() <= moment
          && each.fact() instanceof Fact.Suspension(GuaranteeId id, PartyId by, boolean begins)
          && id.equals(commitment.id())) {
        if (begins) {
          holders.add(by);
        } else {
          holders.remove(by);
        }
      }
    }
    return !holders.isEmpty();
  }
}
