package org.parley.guarantees.coverage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.exact.Certificate;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.party.PartyId;

/// The duty that would answer each threat at each moment, and the holes.
///
/// @param strips for each threat in turn, stretches that follow one another from the start to the
///   end of the question; in each, the same duties answer throughout
public record Coverage(List<Strip> strips) {

  /// What is asked.
  ///
  /// @param threats what may happen: who does what to whom, where
  /// @param from the first moment asked about
  /// @param until the first moment no longer asked about
  /// @param assumed milestones, suspensions, extensions and terminations that are taken for given,
  ///   at exact times
  /// @param voidFrom guarantees taken to be void from a moment on
  /// @param opposed who would side with the aggressor, beside the aggressor
  /// @param leastForce the weakest force that counts as an answer
  /// @param reached conditions of contributions that hold
  public record Question(
      List<What> threats,
      long from,
      long until,
      List<LoggedFact> assumed,
      Map<GuaranteeId, Long> voidFrom,
      Set<PartyId> opposed,
      Guarantee.Force leastForce,
      Set<String> reached) {

    public Question {
      threats = List.copyOf(threats);
      assumed = List.copyOf(assumed);
      voidFrom = Map.copyOf(voidFrom);
      opposed = Set.copyOf(opposed);
      reached = Set.copyOf(reached);
      if (from >= until) {
        throw new IllegalArgumentException(
            "a question from "
                + Moments.text(from)
                + " until "
                + Moments.text(until)
                + ". Maybe swap the two");
      }
      for (LoggedFact each : assumed) {
        if (each.earliest() != each.latest()) {
          throw new IllegalArgumentException(
              "entry \"" + each.id() + "\" is assumed at no exact moment. Maybe choose one");
        }
      }
    }

    Question withVoidFrom(Map<GuaranteeId, Long> lapses) {
      return new Question(threats, from, until, assumed, lapses, opposed, leastForce, reached);
    }
  }

  /// Why a guarantee does not answer.
  public enum Reason {
    /// Its trigger does not reach the threat.
    OUT_OF_REACH,
    /// One such incident does not complete its trigger.
    NOT_ALONE,
    /// It promises less than is asked for.
    TOO_WEAK,
    /// No tier of it is owed at once.
    NOTHING_AT_ONCE,
    /// It is not in force yet.
    BEFORE_ACTIVATION,
    /// Its term has ended.
    AFTER_END,
    /// It is void.
    VOIDED,
    /// It is suspended.
    SUSPENDED,
    /// Nobody is named who finds its trigger met.
    NO_DETERMINER,
    /// The aggressor's side can keep its trigger from being found met.
    DETERMINER_BLOCKED,
    /// Its trigger is found met only if those who owe agree.
    DETERMINER_ON_OBLIGORS_SIDE,
    /// Everything pledged behind it depends on a condition that does not hold.
    CONTRIBUTORS_CONDITIONAL
  }

  /// A duty that would answer.
  ///
  /// @param tier the index of the tier
  /// @param withinSeconds at most how long after its anchor the act is owed
  public record Answer(
      GuaranteeId guarantee,
      int tier,
      List<PartyId> obligors,
      Guarantee.Force force,
      Guarantee.ClockFrom clockFrom,
      long withinSeconds) {

    public Answer {
      obligors = List.copyOf(obligors);
    }
  }

  /// A guarantee that would not.
  public record Silence(GuaranteeId guarantee, Reason reason) {}

  /// A stretch in which the same duties answer one threat.
  ///
  /// @param threat the index of the threat in the question
  /// @param from its first moment
  /// @param until the first moment after it
  public record Strip(
      int threat, long from, long until, List<Answer> answers, List<Silence> silences) {

    public Strip {
      answers = List.copyOf(answers);
      silences = List.copyOf(silences);
    }

    public boolean isHole() {
      return answers.isEmpty();
    }
  }

  /// What `org.parley.check` needs to verify a coverage: what was asked of what, and the strips.
  public record Proof(
      Question question,
      List<Commitment> commitments,
      List<Contribution> contributions,
      Coverage coverage)
      implements Certificate.OfAnswer {

    public Proof {
      commitments = List.copyOf(commitments);
      contributions = List.copyOf(contributions);
    }
  }

  public Coverage {
    strips = List.copyOf(strips);
  }

  /// The stretches in which nothing answers.
  public List<Strip> holes() {
    return strips.stream().filter(Strip::isHole).toList();
  }

  /// Whether every threat is answered at every moment asked about.
  public boolean isFromTheOutset() {
    return holes().isEmpty();
  }
}
