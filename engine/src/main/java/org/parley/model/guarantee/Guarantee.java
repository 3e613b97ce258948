package org.parley.model.guarantee;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.PartyId;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// One guarantee: who owes what to whom when something happens, as a text has it or is reported to
/// have it.
///
/// Nothing a text may leave open has a default. What no claim or point says is chosen by whoever
/// records it, and stands under `assumed` with the reason.
///
/// @param id its id
/// @param title its title
/// @param instrument the instrument it stands in
/// @param points the points whose text says so
/// @param claims the claims it rests on
/// @param obligors who owes
/// @param liability how several obligors owe
/// @param beneficiary to whom; absent where the text names nobody
/// @param force how binding it is
/// @param trigger what makes it answer
/// @param determination who finds the trigger met
/// @param ladder what is then owed, each response by itself
/// @param inForce from when to when it is in force
/// @param voiding what makes it lapse
/// @param suspendedClock what a suspension does to a running clock
/// @param openDuties what becomes of open duties when the term ends
/// @param escalation what follows a breach
/// @param ties what goes first at one instant, each once
/// @param calendar the calendar that days, months and years are counted on
/// @param grace how long after a deadline reports are waited for before a verdict is final
/// @param assumed what was assumed where no claim or point says: names of keys, with the reason
public record Guarantee(
    GuaranteeId id,
    String title,
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
    SuspendedClock suspendedClock,
    OpenDuties openDuties,
    Escalation escalation,
    List<Tie> ties,
    @Nullable Calendar calendar,
    @Nullable TimeSpan grace,
    Map<String, String> assumed,
    Visibility visibility)
    implements CaseRecord {

  /// How several obligors owe.
  public enum Liability {
    /// Each owes its own act.
    EACH,
    /// One duty, performed when all have acted.
    JOINTLY,
    /// One duty, performed when one of them has acted; all answer for it.
    JOINTLY_AND_SEVERALLY
  }

  /// How binding a guarantee is, the weakest first.
  public enum Force {
    RESPECT,
    CONSULT,
    ASSIST_AT_DISCRETION,
    ACT
  }

  /// What a suspension does to a running clock.
  public enum SuspendedClock {
    STOPS,
    RUNS
  }

  /// What becomes of open duties when the term ends.
  public enum OpenDuties {
    SURVIVE,
    LAPSE
  }

  /// What can coincide at one instant.
  public enum Tie {
    FULFILMENT,
    VOIDING,
    RELEASE,
    SUSPENSION,
    DEADLINE,
    END
  }

  /// What starts the clock of a response.
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

  /// What makes a guarantee answer.
  public sealed interface Trigger {

    /// One incident.
    record Happens(IncidentPattern incident) implements Trigger {}

    /// So many incidents within a stretch that ends with the one it fires at.
    ///
    /// @param incidents those that count
    /// @param times how many, the last one included
    /// @param within how far apart the first and the last may lie
    /// @param fires at each incident with enough before it, or only when the number is reached
    record Repeated(IncidentPattern incidents, int times, Within within, Fires fires)
        implements Trigger {}

    /// One incident of each pattern within a stretch.
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

    /// At which incidents a count fires.
    enum Fires {
      /// At each incident with enough before it.
      AT_EACH,
      /// At an incident with enough before it, unless the one before it, in the same stretch, had
      /// enough already.
      WHEN_REACHED
    }
  }

  /// One rung of the ladder: an act, owed within a time.
  ///
  /// @param name its name in the ladder
  /// @param act the act owed, a word of the case
  /// @param ifContinued that it is owed only if it goes on; absent where it is owed at once
  /// @param clockFrom what starts its clock
  /// @param within how long the obligor has; absent where no text gives a time
  /// @param claims the claims that say so, where not those of the guarantee
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

  /// Another incident after the one that triggered.
  public record Continued(IncidentPattern incidents, Within within) {}

  /// From when to when a guarantee is in force.
  ///
  /// @param once the steps that must all have happened
  /// @param approvals the steps of approval at home that must have happened
  /// @param lasts how long it then lasts; absent where it has no end
  /// @param extendable whether it can be extended
  /// @param claims the claims that say so, where not those of the guarantee
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

  /// What makes a guarantee lapse for good.
  ///
  /// @param cause what must happen
  /// @param determination who finds that it did
  /// @param voidFrom whether it is void from the incident or from the finding
  /// @param ends whether open duties lapse as well
  /// @param claims the claims that say so, where not those of the guarantee
  public record Voiding(
      Cause cause,
      Determination determination,
      VoidFrom voidFrom,
      Ends ends,
      List<ClaimId> claims) {

    /// What must happen.
    public sealed interface Cause {

      /// An incident.
      record Happens(IncidentPattern incident) implements Cause {}

      /// The breach of a linked guarantee.
      record BreachOf(GuaranteeId guarantee) implements Cause {}
    }

    /// From which moment it is void.
    public enum VoidFrom {
      OCCURRENCE,
      DETERMINATION
    }

    /// Which duties a voiding ends.
    public enum Ends {
      NEW_DUTIES,
      OPEN_DUTIES_TOO
    }

    public Voiding {
      claims = List.copyOf(claims);
    }
  }

  /// What follows when a duty is not performed.
  public sealed interface Escalation {

    /// Nothing.
    record None() implements Escalation {}

    /// It follows by itself, so long after the breach.
    record Automatic(TimeSpan afterBreach) implements Escalation {}

    /// It follows when one of these invokes it.
    record ByPower(List<PartyId> holders) implements Escalation {
      public ByPower {
        holders = List.copyOf(holders);
      }
    }

    /// It follows by itself unless a vote stops it in time.
    ///
    /// @param unlessStoppedWithin how long after the determination there is to stop it
    /// @param stop the vote
    record Snapback(Within unlessStoppedWithin, Determination.Council stop) implements Escalation {}
  }

  /// A calendar that days, months and years are counted on.
  ///
  /// @param zone the time zone: `UTC`, `Europe/Kyiv`
  /// @param monthEnd what one month after the 31st is: the last day of the month, or the first of
  ///   the next
  public record Calendar(String zone, MonthEnd monthEnd) {

    /// What one month after the 31st is.
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
