package org.parley.guarantees.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.IncidentPatterns;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Duty;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.guarantees.log.Why;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee.Liability;
import org.parley.model.guarantee.Guarantee.OpenDuties;
import org.parley.model.guarantee.Guarantee.SuspendedClock;
import org.parley.model.guarantee.Guarantee.Tie;
import org.parley.model.guarantee.IncidentPattern;

/// Folds the record of one incident into the state of each duty of one commitment, in one world.
///
/// Hot fields are held here or shared between commitments, for memory locality.
///
/// An open duty ends with the first of performance, voiding, release, deadline, end of term and
/// snapback; the commitment orders coincidences. A breach may then be cured late or escalate, again
/// by the first. Events after the query moment change nothing.
public class Fold {

  public final Commitment commitment;

  private final Rules rules;
  private final Triggers triggers;
  private final ReachingMoments reaching;

  /// The pattern of its trigger, if there is only one; else null.
  private final @Nullable IncidentPattern only;

  /// Whether its duties depend on further incidents, all later.
  private final boolean isContinued;

  /// Parts shared by folds of equal commitments.
  public static final class Common {
    private final Map<Rules.Said, Rules> rules = new HashMap<>();
    private final Map<List<?>, List<?>> lists = new HashMap<>();
    private final ReachingMoments reaching = new ReachingMoments();

    private IncidentPattern of(IncidentPattern pattern) {
      return new IncidentPattern(
          of(pattern.kinds()),
          of(pattern.actors()),
          of(pattern.targets()),
          of(pattern.places()),
          of(pattern.traits()),
          pattern.severity());
    }

    @SuppressWarnings("unchecked") // Equal lists are interned.
    private <T> List<T> of(List<T> list) {
      return (List<T>) lists.computeIfAbsent(list, each -> each);
    }
  }

  /// @param common the parts shared with earlier folds
  public Fold(Commitment commitment, Common common) {
    this.commitment = commitment;
    this.rules = common.rules.computeIfAbsent(Rules.Said.by(commitment), Rules::new);
    this.triggers = new Triggers(commitment);
    this.reaching = common.reaching;
    this.only =
        commitment.trigger() instanceof Trigger.Happens(var pattern) ? common.of(pattern) : null;
    this.isContinued =
        only != null
            && commitment.ladder().stream()
                .anyMatch(tier -> tier.when() instanceof Tier.When.IfContinued);
  }

  /// The moments at which its duties can change.
  final CriticalMoments criticalMoments() {
    return new CriticalMoments(commitment, reaching);
  }

  /// The patterns of its trigger.
  public final List<IncidentPattern> triggering() {
    return only == null ? commitment.trigger().allPatterns().toList() : List.of(only);
  }

  /// Whether its trigger depends on more than one incident.
  final boolean isTriggeredBySeveral() {
    return only == null;
  }

  /// Whether its trigger can fire at this incident.
  public final boolean concerns(Dossier dossier) {
    return triggers.concerns(dossier);
  }

  /// Caches that the last entry reports an incident that matches the trigger.
  protected final void know(Dossier dossier) {
    if (only != null) {
      dossier.know(only);
    }
  }

  /// The rules beyond trigger and term.
  final Rules rules() {
    return rules;
  }

  /// The incidents that may affect one, this one included.
  ///
  /// @param until see [#until]
  final List<? extends Dossier> near(Dossier dossier, List<? extends Dossier> around, long until) {
    if (only == null || around.size() < 2) {
      return around;
    }
    List<Dossier> near = new ArrayList<>();
    for (Dossier each : around) {
      if (isNear(dossier, each, until)) {
        near.add(each);
      }
    }
    return near;
  }

  /// Whether an incident may affect others: for a trigger of one incident, one that may be found to
  /// continue it.
  protected final boolean mayAffectOthers(Dossier dossier) {
    if (only == null) {
      return true;
    }
    for (Tier tier : commitment.ladder()) {
      if (tier.when() instanceof Tier.When.IfContinued(IncidentPattern pattern, _)
          && Finder.mayDetermine(commitment.determination(), dossier, pattern, commitment)) {
        return true;
      }
    }
    return false;
  }

  /// Whether some world may find that an incident voids the commitment.
  protected final boolean mayVoid(Dossier dossier) {
    return commitment.voiding().stream()
        .anyMatch(
            each ->
                Finder.mayDetermine(
                    each.determination(), dossier, IncidentPatterns.of(each.cause()), commitment));
  }

  /// Whether an incident may affect another.
  ///
  /// @param until see [#until]
  protected final boolean isNear(Dossier dossier, Dossier other, long until) {
    return only == null || (other.latest() >= dossier.earliest() && other.earliest() <= until);
  }

  /// The moment from which no incident affects this one: a tier has ended its wait for a further
  /// incident, or has surely found one.
  ///
  /// @param isBrief whether states beyond [Outcome#states] may be wrong. An undetermined trigger
  ///   may leave duties dormant in any case, so a possible further incident ends the wait
  final long until(Dossier dossier, List<? extends Dossier> around, boolean isBrief) {
    if (only == null) {
      return Moments.NEVER;
    }
    Truth fires = WorldBox.AS_RECORDED.isReportedAs(dossier, only);
    if (!fires.isPossible()) {
      return Moments.ALWAYS;
    }
    long until = dossier.latest();
    if (isContinued) {
      boolean isEnough = isBrief && fires == Truth.MAYBE;
      for (Tier tier : commitment.ladder()) {
        if (tier.when() instanceof Tier.When.IfContinued(IncidentPattern pattern, Window within)) {
          until = Math.max(until, until(dossier, around, pattern, within, isEnough));
        }
      }
    }
    return until;
  }

  private long until(
      Dossier dossier,
      List<? extends Dossier> around,
      IncidentPattern pattern,
      Window within,
      boolean isPerhapsEnough) {
    long until = within.length().lastAfter(dossier.earliest(), dossier.latest());
    if (!(commitment.determination() instanceof Determination.SelfEvident)) {
      return until;
    }
    long surely =
        BoxStanding.last(within, TimeRange.between(dossier.earliest(), dossier.latest())).low();
    for (int i = 0; i < around.size(); i++) {
      Dossier each = around.get(i);
      if (each.earliest() > dossier.latest() && each.latest() <= surely && each.latest() < until) {
        Truth isFurther = WorldBox.AS_RECORDED.isReportedAs(each, pattern);
        if (isFurther == Truth.YES || (isPerhapsEnough && isFurther.isPossible())) {
          until = each.latest();
        }
      }
    }
    return until;
  }

  /// Whether some pattern of its trigger matches.
  final boolean isTriggering(What what) {
    return triggers.isTriggering(what);
  }

  /// The number of duties for each incident.
  public final int duties() {
    return rules.duties();
  }

  /// The duty at an index of an [Outcome].
  public final Duty duty(String incident, int duty) {
    return new Duty(commitment.id(), incident, rules.tierOf(duty), rules.obligorOf(duty));
  }

  /// Folds at `t`.
  ///
  /// @param around the incidents that its trigger and tiers may depend on, this one included
  final void fold(
      Dossier dossier,
      List<? extends Dossier> around,
      Standing standing,
      World world,
      long t,
      Outcome out) {
    out.next = Moments.NEVER;
    boolean fires =
        only == null ? triggers.fires(dossier, around, world) : dossier.isReportedAs(only, world);
    long found =
        fires && rules.isFoundOnce ? determined(dossier, around, null, world) : Moments.NEVER;
    for (int duty = 0; duty < rules.duties(); duty++) {
      if (fires) {
        PartyId obligor = rules.obligorOf(duty);
        duty(
            duty,
            dossier,
            around,
            standing,
            world,
            rules.isFoundOnce ? found : determined(dossier, around, obligor, world),
            t,
            out);
      } else {
        out.set(duty, Lifecycle.DORMANT, Why.NOT_TRIGGERED, Moments.NEVER);
      }
    }
  }

  private long determined(
      Dossier dossier, List<? extends Dossier> around, @Nullable PartyId obligor, World world) {
    return only == null
        ? triggers.determined(dossier, around, obligor, world)
        : Finder.determined(
            rules.said().determination(), dossier, only, commitment, obligor, world);
  }

  private void duty(
      int duty,
      Dossier dossier,
      List<? extends Dossier> around,
      Standing standing,
      World world,
      long found,
      long t,
      Outcome out) {
    Rules.Said said = rules.said();
    Tier tier = rules.tier(duty);
    PartyId obligor = rules.obligorOf(duty);
    long occurred = world.at(dossier);
    out.wakeAt(occurred, t);
    if (occurred > t) {
      out.set(duty, Lifecycle.DORMANT, Why.NOT_YET, Moments.NEVER);
      return;
    }
    if (occurred < standing.from()) {
      out.set(duty, Lifecycle.DORMANT, Why.BEFORE_ACTIVATION, Moments.NEVER);
      return;
    }
    long born =
        tier.when() instanceof Tier.When.AtOnce
            ? occurred
            : triggers.tierReached(tier, dossier, around, obligor, world);
    out.wakeAt(born, t);
    if (born > t) {
      out.set(duty, Lifecycle.DORMANT, Why.TIER_NOT_REACHED, Moments.NEVER);
      return;
    }
    long voidFrom = Moments.NEVER;
    long voidOpen = Moments.NEVER;
    for (Standing.Lapse lapse : standing.voidings()) {
      out.wakeAt(lapse.found(), t);
      if (lapse.found() <= t) {
        voidFrom = Math.min(voidFrom, lapse.from());
        if (lapse.endsOpenDuties()) {
          voidOpen = Math.min(voidOpen, lapse.from());
        }
      }
    }
    long end = standing.end();
    if (born >= voidFrom && precedes(voidFrom, Tie.VOIDING, end, Tie.END)) {
      out.set(duty, Lifecycle.VOID, Why.VOIDED, Moments.NEVER);
      return;
    }
    if (born >= end) {
      out.set(duty, Lifecycle.EXPIRED, Why.AFTER_END, Moments.NEVER);
      return;
    }
    long anchor =
        switch (tier.clockFrom()) {
          case OCCURRENCE -> occurred;
          case FIRST_REPORT -> Math.max(occurred, triggers.firstReport(dossier, world));
          case DETERMINATION -> found;
          case NOTICE -> notice(dossier, occurred, world);
          case CONTINUATION -> born;
        };
    long last = tier.within().last(anchor);
    if (anchor == Moments.NEVER) {
      last = Moments.NEVER;
    } else if (said.suspendedClock() == SuspendedClock.STOPS) {
      last = standing.shifted(anchor, last);
    }
    long overdue =
        last == Moments.NEVER || found == Moments.NEVER
            ? Moments.NEVER
            : standing.unsuspended(
                Math.max(last + 1, Math.max(found, born)),
                rules.rank(Tie.SUSPENSION) < rules.rank(Tie.DEADLINE));
    long performed = performed(tier.act(), dossier, obligor, occurred, world);
    long fulfilled =
        performed == Moments.NEVER || found == Moments.NEVER
            ? Moments.NEVER
            : Math.max(performed, Math.max(found, born));
    long released = waived(dossier, born, world);
    long snap = Moments.NEVER;
    boolean isStopped = false;
    if (said.escalation() instanceof Escalation.Snapback(Window window, var stop)
        && found != Moments.NEVER) {
      long lastToStop = window.last(found);
      long stopped = Finder.vote(stop, dossier, world);
      if (stopped <= lastToStop) {
        isStopped = stopped < released;
        released = Math.min(released, Math.max(stopped, born));
      } else {
        snap = Math.max(Moments.plus(lastToStop, 1), born);
      }
    }
    long lapse = said.openDuties() == OpenDuties.LAPSE ? end : Moments.NEVER;

    long first = fulfilled;
    Tie what = Tie.FULFILMENT;
    if (precedes(voidOpen, Tie.VOIDING, first, what)) {
      first = voidOpen;
      what = Tie.VOIDING;
    }
    if (precedes(released, Tie.RELEASE, first, what)) {
      first = released;
      what = Tie.RELEASE;
    }
    if (precedes(lapse, Tie.END, first, what)) {
      first = lapse;
      what = Tie.END;
    }
    long strike = Math.min(overdue, snap);
    if (precedes(strike, Tie.DEADLINE, first, what)) {
      first = strike;
      what = Tie.DEADLINE;
    }
    out.wakeAt(found, t);
    out.wakeAt(first, t);
    if (first > t) {
      for (Standing.Stretch each : standing.suspensions()) {
        out.wakeAt(each.from(), t);
        out.wakeAt(each.until(), t);
      }
      open(duty, standing, found, last, t, out);
      return;
    }
    switch (what) {
      case FULFILMENT -> {
        boolean inTime = performed <= last;
        out.set(
            duty,
            inTime ? Lifecycle.FULFILLED : Lifecycle.FULFILLED_LATE,
            inTime ? Why.IN_TIME : Why.LATE,
            last);
        out.broken[duty] = inTime ? Moments.NEVER : overdue;
      }
      case VOIDING -> out.set(duty, Lifecycle.VOID, Why.LAPSED_VOID, last);
      case RELEASE -> out.set(duty, Lifecycle.RELEASED, isStopped ? Why.STOPPED : Why.WAIVED, last);
      case END -> out.set(duty, Lifecycle.EXPIRED, Why.LAPSED_AT_END, last);
      case DEADLINE -> {
        if (snap <= overdue) {
          out.set(duty, Lifecycle.ESCALATED, Why.SNAPPED_BACK, last);
        } else {
          breached(duty, dossier, performed, overdue, snap, last, world, t, out);
        }
      }
      case SUSPENSION -> throw new AssertionError("a suspension ends no duty");
    }
  }

  private void open(int duty, Standing standing, long found, long last, long t, Outcome out) {
    if (standing.isSuspendedAt(t)) {
      out.set(duty, Lifecycle.SUSPENDED, Why.SUSPENDED, last);
    } else if (found > t) {
      out.set(duty, Lifecycle.TRIGGERED_UNVERIFIED, Why.UNVERIFIED, last);
    } else {
      out.set(duty, Lifecycle.DUE, last == Moments.NEVER ? Why.NO_CLOCK : Why.CLOCK_RUNNING, last);
    }
  }

  private void breached(
      int duty,
      Dossier dossier,
      long performed,
      long overdue,
      long snap,
      long last,
      World world,
      long t,
      Outcome out) {
    Escalation escalation = rules.said().escalation();
    long escalated =
        switch (escalation) {
          case Escalation.None _ -> Moments.NEVER;
          case Escalation.Automatic(Period after) -> after.after(overdue);
          case Escalation.ByPower power -> invoked(power, dossier, overdue, world);
          case Escalation.Snapback _ -> snap;
        };
    long cured = performed == Moments.NEVER ? Moments.NEVER : Math.max(performed, overdue);
    out.wakeAt(escalated, t);
    out.wakeAt(cured, t);
    if (cured <= t && precedes(cured, Tie.FULFILMENT, escalated, Tie.DEADLINE)) {
      out.set(duty, Lifecycle.FULFILLED_LATE, Why.LATE, last);
    } else if (escalated <= t) {
      out.set(
          duty,
          Lifecycle.ESCALATED,
          escalation instanceof Escalation.Snapback ? Why.SNAPPED_BACK : Why.ESCALATED,
          last);
    } else {
      out.set(duty, Lifecycle.BREACHED, Why.OVERDUE, last);
    }
    out.broken[duty] = overdue;
  }

  /// Whether the first of two events comes first, by the commitment's order of coincident events.
  private boolean precedes(long one, Tie oneIs, long other, Tie otherIs) {
    return one < other || (one == other && rules.rank(oneIs) < rules.rank(otherIs));
  }

  private long notice(Dossier dossier, long occurred, World world) {
    PartyId beneficiary = rules.said().beneficiary();
    return beneficiary == null
        ? Moments.NEVER
        : act(Tier.NOTICE, dossier, beneficiary, occurred, world);
  }

  private long performed(
      String act, Dossier dossier, @Nullable PartyId obligor, long occurred, World world) {
    if (obligor != null) {
      return act(act, dossier, obligor, occurred, world);
    }
    boolean needsAll = rules.said().liability() == Liability.JOINTLY;
    long result = needsAll && !rules.said().obligors().isEmpty() ? Moments.ALWAYS : Moments.NEVER;
    for (PartyId each : rules.said().obligors()) {
      long done = act(act, dossier, each, occurred, world);
      result = needsAll ? Math.max(result, done) : Math.min(result, done);
    }
    return result;
  }

  private static long act(String act, Dossier dossier, PartyId by, long occurred, World world) {
    long first = Moments.NEVER;
    List<LoggedFact> entries = dossier.entries();
    for (int i = 0; i < entries.size(); i++) {
      LoggedFact entry = entries.get(i);
      if (entry.fact() instanceof Fact.Act done && done.by().equals(by) && done.act().equals(act)) {
        long at = world.at(entry);
        if (at >= occurred && at < first) {
          first = at;
        }
      }
    }
    return first;
  }

  private long waived(Dossier dossier, long born, World world) {
    if (!dossier.hasWaivers) {
      return Moments.NEVER;
    }
    long first = Moments.NEVER;
    List<LoggedFact> entries = dossier.entries();
    for (int i = 0; i < entries.size(); i++) {
      LoggedFact entry = entries.get(i);
      if (entry.fact() instanceof Fact.Waiver waiver
          && waiver.guarantee().equals(commitment.id())) {
        first = Math.min(first, world.at(entry));
      }
    }
    return first == Moments.NEVER ? first : Math.max(first, born);
  }

  private long invoked(Escalation.ByPower power, Dossier dossier, long overdue, World world) {
    long first = Moments.NEVER;
    for (LoggedFact entry : dossier.entries()) {
      if (entry.fact() instanceof Fact.Invocation invocation
          && invocation.guarantee().equals(commitment.id())
          && power.holders().contains(invocation.by())
          && world.at(entry) >= overdue) {
        first = Math.min(first, world.at(entry));
      }
    }
    return first;
  }
}
