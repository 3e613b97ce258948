package org.parley.guarantees.coverage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.exact.Certificate;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;

/// The duty that would answer each threat at each moment, and the holes.
///
/// @param strips for each threat in turn, consecutive intervals from the start to the end of the
///   question; the same duties answer throughout each
public record Coverage(List<Strip> strips) {

  /// The question of a coverage.
  ///
  /// @param threats the possible incidents: actor, target, place
  /// @param from the first moment, inclusive
  /// @param until the last moment, exclusive
  /// @param assumed milestones, suspensions, extensions and terminations assumed, at exact times
  /// @param voidFrom guarantees assumed void from a moment on
  /// @param opposed the parties on the aggressor's side, without the aggressor
  /// @param leastForce the weakest force that counts as an answer
  /// @param reached conditions of contributions assumed met
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

  /// The reason why a guarantee does not answer.
  public enum Reason {
    /// Its trigger does not cover the threat.
    OUT_OF_REACH,
    /// One such incident does not complete its trigger.
    NOT_ALONE,
    /// Its force is below the required one, and below assistance at discretion.
    TOO_WEAK,
    /// No tier is owed at once.
    NOTHING_AT_ONCE,
    /// It is not in force yet.
    BEFORE_ACTIVATION,
    /// Its term has ended.
    AFTER_END,
    /// It is void.
    VOIDED,
    /// It is suspended.
    SUSPENDED,
    /// No determiner is named.
    NO_DETERMINER,
    /// The aggressor's side can block the determination.
    DETERMINER_BLOCKED,
    /// The determination needs the consent of the obligors.
    DETERMINER_ON_OBLIGORS_SIDE,
    /// Every pledge that supports it has an unmet condition.
    CONTRIBUTORS_CONDITIONAL,
    /// It would answer with assistance at discretion, and more is asked.
    AT_DISCRETION;

    /// Whether it answers if those who owe choose to: a grade between nothing and a duty to act.
    public boolean isDiscretion() {
      return this == AT_DISCRETION || this == DETERMINER_ON_OBLIGORS_SIDE;
    }
  }

  /// The grade of protection in an interval, the weakest first.
  public enum Protection {
    NOTHING,
    /// Those who owe decide whether to answer.
    AT_DISCRETION,
    /// A duty as strong as asked for answers.
    DUTY
  }

  /// A duty that would answer.
  ///
  /// @param tier the index of the tier
  /// @param withinSeconds the latest time of the act, counted from its anchor
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

  /// A guarantee that would not answer.
  public record Silence(GuaranteeId guarantee, Reason reason) {}

  /// An interval in which the same duties answer one threat.
  ///
  /// @param threat the index of the threat in the question
  /// @param from its first moment, inclusive
  /// @param until its end, exclusive
  public record Strip(
      int threat, long from, long until, List<Answer> answers, List<Silence> silences) {

    public Strip {
      answers = List.copyOf(answers);
      silences = List.copyOf(silences);
    }

    public boolean isHole() {
      return answers.isEmpty();
    }

    public Protection grade() {
      return !answers.isEmpty()
          ? Protection.DUTY
          : silences.stream().anyMatch(each -> each.reason().isDiscretion())
              ? Protection.AT_DISCRETION
              : Protection.NOTHING;
    }
  }

  /// The input of a coverage and its strips, for verification by `org.parley.check`.
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

  /// The intervals without an answer.
  public List<Strip> holes() {
    return strips.stream().filter(Strip::isHole).toList();
  }

  /// Whether every threat is answered at every moment asked about.
  public boolean isFromTheOutset() {
    return holes().isEmpty();
  }
}
