package org.parley.model.guarantee;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// A guarantee: who owes what to whom when something happens, as a text has it or is reported to
/// have it.
///
/// Nothing that texts state has a default. A choice without a claim or point is made by the author
/// of the record, and stands under `assumed` with the reason. Keys that no text states have
/// defaults, and are shown as assumed.
///
/// @param id its id
/// @param title its title
/// @param instrument its instrument
/// @param points the points of its text
/// @param claims the claims it rests on
/// @param obligors the parties that owe
/// @param liability joint, or each alone
/// @param beneficiary the party it is owed to; null if the text names none
/// @param force how binding it is
/// @param trigger the incidents that activate it
/// @param determination the rule that finds the trigger met
/// @param ladder the graduated responses, each independent
/// @param inForce the period in force
/// @param voiding the conditions that void it
/// @param suspendedClock the effect of a suspension on a running clock; default: it stops
/// @param openDuties the effect of the term's end on open duties; default: they survive
/// @param escalation the consequence of a breach
/// @param ties the order of coincident events, each kind once; default: that of [Tie]
/// @param calendar the calendar of days, months and years
/// @param grace the wait for reports after a deadline before a verdict is final
/// @param assumed choices without a claim or point: names of keys, with the reason
public record Guarantee(
    GuaranteeId id,
    LocalizedText title,
    @Nullable InstrumentId instrument,
    List<PointId> points,
    List<ClaimId> claims,
    List<PartyId> obligors,
    Liability liability,
    @Nullable PartyId beneficiary,
    Force force,
    Trigger trigger,
    Determination determination,
    List<Response> ladder,
    InForce inForce,
    List<Voiding> voiding,
    @Nullable SuspendedClock suspendedClock,
    @Nullable OpenDuties openDuties,
    Escalation escalation,
    List<Tie> ties,
    @Nullable Calendar calendar,
    @Nullable TimeSpan grace,
    Map<String, String> assumed,
    Visibility visibility)
    implements CaseRecord {

  @Override
  public Guarantee withNames(UnaryOperator<LocalizedText> names) {
    return new Guarantee(
        id,
        names.apply(title),
        instrument,
        points,
        claims,
        obligors,
        liability,
        beneficiary,
        force,
        trigger,
        determination,
        ladder,
        inForce,
        voiding,
        suspendedClock,
        openDuties,
        escalation,
        ties,
        calendar,
        grace,
        assumed,
        visibility);
  }

  /// A key that no text states, left to its default.
  public enum Defaulted {
    SUSPENDED_CLOCK,
    OPEN_DUTIES,
    TIES
  }

  /// The keys left to their defaults, in the order of the record.
  public List<Defaulted> defaulted() {
    List<Defaulted> keys = new ArrayList<>();
    if (suspendedClock == null) {
      keys.add(Defaulted.SUSPENDED_CLOCK);
    }
    if (openDuties == null) {
      keys.add(Defaulted.OPEN_DUTIES);
    }
    if (ties.isEmpty()) {
      keys.add(Defaulted.TIES);
    }
    return List.copyOf(keys);
  }

  /// `suspendedClock`, or its default.
  public SuspendedClock suspendedClockOrDefault() {
    return suspendedClock != null ? suspendedClock : SuspendedClock.STOPS;
  }

  /// `openDuties`, or its default.
  public OpenDuties openDutiesOrDefault() {
    return openDuties != null ? openDuties : OpenDuties.SURVIVE;
  }

  /// `ties`, or their default.
  public List<Tie> tiesOrDefault() {
    return ties.isEmpty() ? List.of(Tie.values()) : ties;
  }

  /// The liability of several obligors.
  public enum Liability {
    /// Each owes its own act.
    EACH,
    /// One duty, performed when all have acted.
    JOINTLY,
    /// One duty, performed when one of them has acted; all answer for it.
    JOINTLY_AND_SEVERALLY,
    /// The party that did what triggers it owes, to the beneficiary or else to the others.
    PARTY_IN_BREACH
  }

  /// The force of a guarantee, the weakest first.
  public enum Force {
    RESPECT,
    CONSULT,
    ASSIST_AT_DISCRETION,
    ACT
  }

  /// The effect of a suspension on a running clock.
  public enum SuspendedClock {
    STOPS,
    RUNS
  }

  /// The effect of the term's end on open duties.
  public enum OpenDuties {
    SURVIVE,
    LAPSE
  }

  /// A kind of event that can coincide with others.
  public enum Tie {
    FULFILMENT,
    VOIDING,
    RELEASE,
    SUSPENSION,
    DEADLINE,
    END
  }

  /// The anchor of a response's clock.
  public enum ClockFrom {
    /// The incident.
    OCCURRENCE,
    /// The first report of it.
    FIRST_REPORT,
    /// The finding that the trigger is met.
    DETERMINATION,
    /// The beneficiary's notice.
    NOTICE,
    /// The finding that it goes on.
    CONTINUATION
  }

  /// The incidents that activate a guarantee.
  public sealed interface Trigger {

    /// One incident.
    record Happens(IncidentPattern incident) implements Trigger {}

    /// A number of incidents within a period that ends with the one it fires at.
    ///
    /// @param incidents the incidents that count
    /// @param times the number, the last one included
    /// @param within the period from the first to the last
    /// @param fires at each incident with enough before it, or only at the one that completes the
    ///   number
    record Repeated(IncidentPattern incidents, int times, Within within, Fires fires)
        implements Trigger {}

    /// One incident of each pattern within a period.
    record Combined(List<IncidentPattern> incidents, Within within) implements Trigger {
      public Combined {
        incidents = List.copyOf(incidents);
      }
    }

    /// Any of several triggers.
    record Either(List<Trigger> triggers) implements Trigger {
      public Either {
        triggers = List.copyOf(triggers);
      }
    }

    /// The incidents at which a count fires.
    enum Fires {
      /// At each incident with enough before it.
      AT_EACH,
      /// At the incident that completes the number: the previous one within the period had not.
      WHEN_REACHED
    }
  }

  /// A tier of the ladder: an act, owed within a time.
  ///
  /// @param name its name in the ladder
  /// @param act the act owed, in the vocabulary of the case
  /// @param ifContinued the further incident it waits for; null if it is owed at once
  /// @param clockFrom the anchor of its clock
  /// @param within the time allowed; null if the text states none
  /// @param claims its claims, if different from those of the guarantee
  public record Response(
      String name,
      String act,
      @Nullable Continued ifContinued,
      ClockFrom clockFrom,
      @Nullable Within within,
      List<ClaimId> claims) {
    public Response {
      claims = List.copyOf(claims);
    }
  }

  /// A further incident after the triggering one.
  public record Continued(IncidentPattern incidents, Within within) {}

  /// The period in which a guarantee is in force.
  ///
  /// @param once the steps that must all be completed
  /// @param approvals the steps of domestic approval required
  /// @param lasts the length of the term; null if it has no end
  /// @param extendable whether it can be extended
  /// @param claims its claims, if different from those of the guarantee
  public record InForce(
      List<StepId> once,
      List<StepId> approvals,
      @Nullable TimeSpan lasts,
      boolean extendable,
      List<ClaimId> claims) {
    public InForce {
      once = List.copyOf(once);
      approvals = List.copyOf(approvals);
      claims = List.copyOf(claims);
    }
  }

  /// A condition that voids a guarantee for good.
  ///
  /// @param cause the cause
  /// @param determination the rule that finds the cause met
  /// @param voidFrom void from the incident, or from the determination
  /// @param ends whether open duties lapse as well
  /// @param claims its claims, if different from those of the guarantee
  public record Voiding(
      Cause cause,
      Determination determination,
      VoidFrom voidFrom,
      Ends ends,
      List<ClaimId> claims) {

    /// The cause of a voiding.
    public sealed interface Cause {

      /// An incident.
      record Happens(IncidentPattern incident) implements Cause {}

      /// The breach of a linked guarantee.
      record BreachOf(GuaranteeId guarantee) implements Cause {}
    }

    /// The moment from which a guarantee is void.
    public enum VoidFrom {
      OCCURRENCE,
      DETERMINATION
    }

    /// The duties that a voiding ends.
    public enum Ends {
      NEW_DUTIES,
      OPEN_DUTIES_TOO
    }

    public Voiding {
      claims = List.copyOf(claims);
    }
  }

  /// The consequence of a breach.
  public sealed interface Escalation {

    /// No consequence.
    record None() implements Escalation {}

    /// Automatic, a period after the breach.
    record Automatic(TimeSpan afterBreach) implements Escalation {}

    /// By a party that invokes it.
    record ByPower(List<PartyId> holders) implements Escalation {
      public ByPower {
        holders = List.copyOf(holders);
      }
    }

    /// Snapback: automatic unless a vote stops it in time.
    ///
    /// @param unlessStoppedWithin the time after the determination to stop it
    /// @param stop the vote
    record Snapback(Within unlessStoppedWithin, Determination.Council stop) implements Escalation {}
  }

  /// The calendar of days, months and years.
  ///
  /// @param zone the time zone: `UTC`, `Europe/Kyiv`
  /// @param monthEnd the rounding of a month after the 31st: the last day of the month, or the
  ///   first of the next
  public record Calendar(String zone, MonthEnd monthEnd) {

    /// The rounding of a month after the 31st.
    public enum MonthEnd {
      LAST_DAY,
      FIRST_OF_NEXT
    }
  }

  public Guarantee {
    points = List.copyOf(points);
    claims = List.copyOf(claims);
    obligors = List.copyOf(obligors);
    ladder = List.copyOf(ladder);
    voiding = List.copyOf(voiding);
    ties = List.copyOf(ties);
    assumed = Collections.unmodifiableSortedMap(new TreeMap<>(assumed));
  }
}
