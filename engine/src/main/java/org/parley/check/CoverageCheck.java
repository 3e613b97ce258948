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
import org.parley.guarantees.coverage.Coverage.Answer;
import org.parley.guarantees.coverage.Coverage.Reason;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;

/// Verifies a coverage without the sweep that found it.
///
/// The strips of a threat must be contiguous from the first to the last moment asked about, and
/// name every guarantee. Each guarantee's answer or reason for silence is derived again from the
/// definitions and must match the strip. This is done at every moment at which an input changes,
/// and at the adjacent ones.
public final class CoverageCheck {

  private final Coverage.Proof proof;
  private final SilenceRule rule;
  private final List<Flaw> faults = new ArrayList<>();

  private CoverageCheck(Coverage.Proof proof) {
    this.proof = proof;
    this.rule = new SilenceRule(proof);
  }

  /// Verifies a coverage.
  public static Verdict verify(Coverage.Proof proof) {
    CoverageCheck check = new CoverageCheck(proof);
    check.run();
    return Verdict.of(check.faults);
  }

  private void run() {
    Coverage.Question question = proof.question();
    if (proof.commitments().stream().map(Commitment::id).distinct().count()
        < proof.commitments().size()) {
      faults.add(Flaw.of(Flaw.Code.TOLD_TWICE));
    }
    for (Strip strip : proof.coverage().strips()) {
      if (strip.threat() < 0 || strip.threat() >= question.threats().size()) {
        faults.add(Flaw.of(Flaw.Code.GAP, strip.threat(), strip.from()));
      }
    }
    for (int threat = 0; threat < question.threats().size(); threat++) {
      long at = question.from();
      for (Strip strip : proof.coverage().strips()) {
        if (strip.threat() != threat) {
          continue;
        }
        if (strip.from() != at || strip.until() <= strip.from()) {
          faults.add(Flaw.of(Flaw.Code.GAP, threat, Moments.text(at)));
        }
        at = strip.until();
        strip(strip);
      }
      if (at != question.until()) {
        faults.add(Flaw.of(Flaw.Code.GAP, threat, Moments.text(at)));
      }
    }
  }

  private void strip(Strip strip) {
    What what = proof.question().threats().get(strip.threat());
    Map<GuaranteeId, Reason> silent = new HashMap<>();
    strip.silences().forEach(each -> silent.put(each.guarantee(), each.reason()));
    int listed = 0;
    for (Commitment commitment : proof.commitments()) {
      GuaranteeId id = commitment.id();
      List<Answer> answers =
          strip.answers().stream().filter(each -> each.guarantee().equals(id)).toList();
      Reason reason = silent.get(id);
      if (answers.isEmpty() == (reason == null)) {
        faults.add(Flaw.of(Flaw.Code.TOLD_TWICE, id));
        continue;
      }
      if (reason == null && !answers.equals(answers(commitment, what))) {
        faults.add(Flaw.of(Flaw.Code.OTHER_ANSWERS, id, Moments.text(strip.from())));
      }
      listed += answers.size() + (reason == null ? 0 : 1);
      reason(strip, commitment, what, reason);
    }
    if (listed != strip.answers().size() + strip.silences().size()) {
      faults.add(Flaw.of(Flaw.Code.TOLD_TWICE));
    }
  }

  /// The immediate duties of a guarantee that answers.
  private static List<Answer> answers(Commitment commitment, What what) {
    List<Answer> answers = new ArrayList<>();
    PartyId actor = what.actor();
    List<PartyId> owing =
        commitment.liability() == Guarantee.Liability.PARTY_IN_BREACH && actor != null
            ? List.of(actor)
            : commitment.obligors();
    for (int tier = 0; tier < commitment.ladder().size(); tier++) {
      Tier each = commitment.ladder().get(tier);
      if (each.when() instanceof Tier.When.AtOnce) {
        answers.add(
            new Answer(
                commitment.id(),
                tier,
                owing,
                commitment.force(),
                each.clockFrom(),
                each.within().length().atMostSeconds()));
      }
    }
    return answers;
  }

  /// Compares a strip with the derived reason at every moment in it at which an input changes.
  private void reason(Strip strip, Commitment commitment, What what, @Nullable Reason claimed) {
    TreeSet<Long> moments = new TreeSet<>(List.of(strip.from(), strip.until() - 1));
    for (long edge : edges(commitment)) {
      for (long moment = edge - 1; moment <= edge + 1; moment++) {
        if (moment >= strip.from() && moment < strip.until()) {
          moments.add(moment);
        }
      }
    }
    for (long moment : moments) {
      Reason actual = rule.at(commitment, what, moment);
      if (actual != claimed) {
        faults.add(
            Flaw.of(
                Flaw.Code.OTHER_SILENCE, commitment.id(), Moments.text(moment), claimed, actual));
        return;
      }
    }
  }

  private Set<Long> edges(Commitment commitment) {
    Set<Long> edges = new HashSet<>();
    for (LoggedFact each : proof.question().assumed()) {
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
}
