package org.parley.guarantees.fold;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Window;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.Why;
import org.parley.model.PartyId;
import org.parley.model.guarantee.Guarantee.Liability;
import org.parley.model.guarantee.Guarantee.OpenDuties;
import org.parley.model.guarantee.Guarantee.SuspendedClock;
import org.parley.model.guarantee.Guarantee.Tie;

/// Folds in all worlds of a [WorldBox] at once: [Fold] over intervals, with three-valued
/// comparisons (abstract interpretation; Cousot and Cousot 1977).
///
/// Sound over-approximation: each duty gets every state it has in some world of the box, and
/// perhaps more. A missing state is refuted. In a box of one world the result is that of [Fold].
final class BoxFold {

  private final Fold fold;
  private final Rules rules;
  private final Dossier dossier;
  private final BoxFinder finder;
  private final BoxTriggers triggers;
  private final BoxStanding standing;
  private final WorldBox box;
  private final long t;
  private final TimeRange now;

  /// Whether to cut ranges off after the moment asked about. That is sharper, but the answer may
  /// then change at moments that end no range.
  private final boolean isClipped;

  private final Outcome out;

  /// An assumed range of the last event, for what-if folds of a duty.
  private TimeRange latest = TimeRange.ALWAYS;

  private BoxFold(
      Fold fold,
      Dossier dossier,
      List<? extends Dossier> around,
      List<LoggedFact> terms,
      List<? extends Dossier> voiders,
      WorldBox box,
      long t,
      boolean isClipped) {
    Commitment commitment = fold.commitment;
    this.fold = fold;
    this.rules = fold.rules();
    this.dossier = dossier;
    this.finder = new BoxFinder(commitment, box);
    this.triggers = new BoxTriggers(commitment, around, finder, box);
    this.standing = BoxStanding.of(commitment, terms, voiders, finder, box);
    this.box = box;
    this.t = t;
    this.now = TimeRange.exactly(t);
    this.isClipped = isClipped;
    this.out = new Outcome(fold.duties());
  }

  /// Folds at `t`. [Outcome#possible] gets every state of some world of the box;
  /// [Outcome#deadlines] and [Outcome#broken] get the latest.
  static Outcome fold(
      Fold fold,
      Dossier dossier,
      List<? extends Dossier> around,
      List<LoggedFact> terms,
      List<? extends Dossier> voiders,
      WorldBox box,
      long t,
      boolean isClipped) {
    BoxFold all = new BoxFold(fold, dossier, around, terms, voiders, box, t, isClipped);
    all.fold();
    return all.out;
  }

  private void fold() {
    Truth fires = triggers.fires(dossier);
    for (int duty = 0; duty < rules.duties(); duty++) {
      out.clear(duty);
      if (fires != Truth.YES) {
        out.allow(duty, Lifecycle.DORMANT, Why.NOT_TRIGGERED, Moments.NEVER, Moments.NEVER);
      }
      if (fires.isPossible()) {
        duty(duty);
      }
    }
  }

  private void duty(int duty) {
    Tier tier = rules.tier(duty);
    PartyId obligor = rules.obligorOf(duty);
    latest = TimeRange.ALWAYS;
    TimeRange occurred = box.at(dossier);
    Truth isPast = happened(occurred);
    if (isPast != Truth.YES) {
      dormant(duty, Why.NOT_YET);
    }
    if (!isPast.isPossible()) {
      return;
    }
    latest = occurred;
    occurred = past(occurred);
    Truth isEarly = box.isBefore(occurred, standing.from());
    if (isEarly.isPossible()) {
      dormant(duty, Why.BEFORE_ACTIVATION);
    }
    if (isEarly == Truth.YES) {
      return;
    }
    occurred = occurred.from(Math.min(standing.from().low(), occurred.high()));
    TimeRange born = triggers.tierReached(tier, dossier, occurred, obligor);
    Truth isBorn = happened(born);
    if (isBorn != Truth.YES) {
      dormant(duty, Why.TIER_NOT_REACHED);
    }
    if (!isBorn.isPossible()) {
      return;
    }
    latest = box.isSurelyUpTo(latest, born.coming()) ? born.coming() : latest;
    born = past(born);
    TimeRange voidFrom = voidFrom(false);
    TimeRange end = standing.end();
    Truth isVoid = box.isUpTo(voidFrom, born).and(precedes(voidFrom, Tie.VOIDING, end, Tie.END));
    if (isVoid.isPossible()) {
      out.allow(duty, Lifecycle.VOID, Why.VOIDED, Moments.NEVER, Moments.NEVER);
    }
    if (isVoid == Truth.YES) {
      return;
    }
    Truth isOver = box.isUpTo(end, born);
    if (isOver.isPossible()) {
      out.allow(duty, Lifecycle.EXPIRED, Why.AFTER_END, Moments.NEVER, Moments.NEVER);
    }
    if (isOver == Truth.YES) {
      return;
    }
    TimeRange found = triggers.determined(dossier, obligor);
    happened(found);
    if (!found.isNever()) {
      new Open(duty, tier, obligor, occurred, born, found.coming()).released();
    }
    if (found.isNever() || found.mayFail()) {
      new Open(duty, tier, obligor, occurred, born, TimeRange.NEVER).released();
    }
  }

  private void dormant(int duty, Why why) {
    out.allow(duty, Lifecycle.DORMANT, why, Moments.NEVER, Moments.NEVER);
  }

  /// Whether it has happened; records when that may change.
  private Truth happened(TimeRange moment) {
    out.wakeAt(moment.low(), t);
    out.wakeAt(moment.high(), t);
    return box.isSurelyUpTo(moment, latest) ? Truth.YES : box.isUpTo(moment, now);
  }

  /// The part of the range in the past.
  private TimeRange past(TimeRange moment) {
    return isClipped ? moment.upTo(t) : moment.coming();
  }

  private TimeRange voidFrom(boolean isForOpenDuties) {
    TimeRange first = TimeRange.NEVER;
    for (BoxStanding.Lapse lapse : standing.voidings()) {
      Truth isFound = happened(lapse.found());
      if (isFound.isPossible() && (lapse.endsOpenDuties() || !isForOpenDuties)) {
        TimeRange from = lapse.from().coming();
        first = box.earlier(first, isFound == Truth.YES ? from : from.orNever());
      }
    }
    return first;
  }

  /// Whether the first of two events comes first, by the commitment's order of coincident events.
  private Truth precedes(TimeRange one, Tie oneIs, TimeRange other, Tie otherIs) {
    return rules.rank(oneIs) < rules.rank(otherIs)
        ? box.isUpTo(one, other)
        : box.isBefore(one, other);
  }

  private TimeRange act(String act, PartyId by, TimeRange occurred) {
    TimeRange first = TimeRange.NEVER;
    for (LoggedFact entry : dossier.entries()) {
      if (entry.fact() instanceof Fact.Act done && done.by().equals(by) && done.act().equals(act)) {
        TimeRange at = box.at(entry);
        Truth counts = box.isUpTo(occurred, at);
        if (counts.isPossible()) {
          first = box.earlier(first, counts == Truth.YES ? at : at.orNever());
        }
      }
    }
    return first;
  }

  /// A duty that has arisen.
  private final class Open {

    private final int duty;
    private final TimeRange born;
    private final TimeRange found;
    private final TimeRange last;
    private final TimeRange overdue;
    private final TimeRange performed;
    private final TimeRange fulfilled;

    Open(
        int duty,
        Tier tier,
        @Nullable PartyId obligor,
        TimeRange occurred,
        TimeRange born,
        TimeRange found) {
      Rules.Said said = rules.said();
      this.duty = duty;
      this.born = born;
      this.found = found;
      TimeRange anchor =
          switch (tier.clockFrom()) {
            case OCCURRENCE -> occurred;
            case FIRST_REPORT -> box.later(occurred, firstReport());
            case DETERMINATION -> found;
            case NOTICE ->
                said.beneficiary() == null
                    ? TimeRange.NEVER
                    : act(Tier.NOTICE, said.beneficiary(), occurred);
            case CONTINUATION -> born;
          };
      TimeRange unshifted = BoxStanding.last(tier.within(), anchor);
      this.last =
          anchor.isNever() || said.suspendedClock() != SuspendedClock.STOPS
              ? unshifted
              : standing.shifted(
                  anchor, unshifted, tier.within().length() instanceof Period.Seconds);
      TimeRange owed = box.later(found, born);
      this.overdue =
          standing.unsuspended(
              box.later(last.plus(1), owed), rules.rank(Tie.SUSPENSION) < rules.rank(Tie.DEADLINE));
      this.performed = performed(tier.act(), obligor, occurred);
      this.fulfilled = box.later(performed, owed);
    }

    private TimeRange firstReport() {
      long low = Moments.NEVER;
      long high = Moments.NEVER;
      long last = Moments.ALWAYS;
      for (LoggedFact entry : dossier.entries()) {
        if (entry.fact() instanceof Fact.Report report) {
          Truth isMeant = box.isMeant(dossier, report.what(), fold::isTriggering);
          long reportedAt = entry.reported();
          low = isMeant.isPossible() ? Math.min(low, reportedAt) : low;
          last = isMeant.isPossible() ? Math.max(last, reportedAt) : last;
          high = isMeant == Truth.YES ? Math.min(high, reportedAt) : high;
        }
      }
      // If it fires, some report of it matches.
      return low == Moments.NEVER ? TimeRange.NEVER : TimeRange.between(low, Math.min(high, last));
    }

    private TimeRange performed(String act, @Nullable PartyId obligor, TimeRange occurred) {
      if (obligor != null) {
        return act(act, obligor, occurred);
      }
      List<PartyId> obligors = rules.said().obligors();
      boolean needsAll = rules.said().liability() == Liability.JOINTLY;
      TimeRange result = needsAll && !obligors.isEmpty() ? TimeRange.ALWAYS : TimeRange.NEVER;
      for (PartyId each : obligors) {
        TimeRange done = act(act, each, occurred);
        result = needsAll ? box.later(result, done) : box.earlier(result, done);
      }
      return result;
    }

    private TimeRange waived() {
      TimeRange first = TimeRange.NEVER;
      for (LoggedFact entry : dossier.entries()) {
        if (entry.fact() instanceof Fact.Waiver waiver
            && waiver.guarantee().equals(fold.commitment.id())) {
          first = box.earlier(first, box.at(entry));
        }
      }
      return box.later(first, born);
    }

    /// Continues with every way of release.
    void released() {
      TimeRange waived = waived();
      if (!(rules.said().escalation() instanceof Escalation.Snapback(Window window, var stop))
          || found.isNever()) {
        ended(waived, Why.WAIVED, TimeRange.NEVER);
        return;
      }
      TimeRange lastToStop = BoxStanding.last(window, found);
      TimeRange stopped = finder.vote(stop, dossier);
      Truth isStopped = box.isUpTo(stopped, lastToStop);
      if (isStopped.isPossible()) {
        ended(
            box.earlier(waived, box.later(stopped.coming(), born)),
            box.isBefore(stopped, waived).isPossible() ? Why.STOPPED : Why.WAIVED,
            TimeRange.NEVER);
      }
      if (isStopped != Truth.YES) {
        ended(waived, Why.WAIVED, box.later(lastToStop.plus(1), born));
      }
    }

    private void ended(TimeRange released, Why whyReleased, TimeRange snap) {
      TimeRange lapse =
          rules.said().openDuties() == OpenDuties.LAPSE ? standing.end() : TimeRange.NEVER;
      TimeRange strike = box.earlier(overdue, snap);
      Tie[] ties = {Tie.FULFILMENT, Tie.VOIDING, Tie.RELEASE, Tie.END, Tie.DEADLINE};
      TimeRange[] moments = {fulfilled, voidFrom(true), released, lapse, strike};
      boolean isEnded = false;
      for (int i = 0; i < ties.length; i++) {
        Truth happened = happened(moments[i]);
        isEnded |= happened == Truth.YES;
        boolean mayBeFirst = happened.isPossible();
        for (int j = 0; j < ties.length && mayBeFirst; j++) {
          mayBeFirst = i == j || precedes(moments[j], ties[j], moments[i], ties[i]) != Truth.YES;
        }
        if (mayBeFirst) {
          endedBy(ties[i], strike, snap, whyReleased);
        }
      }
      if (!isEnded) {
        open();
      }
    }

    private void endedBy(Tie what, TimeRange strike, TimeRange snap, Why whyReleased) {
      switch (what) {
        case FULFILMENT -> fulfilled(strike);
        case VOIDING -> allow(Lifecycle.VOID, Why.LAPSED_VOID, Moments.NEVER);
        case RELEASE -> allow(Lifecycle.RELEASED, whyReleased, Moments.NEVER);
        case END -> allow(Lifecycle.EXPIRED, Why.LAPSED_AT_END, Moments.NEVER);
        case DEADLINE -> {
          Truth isSnapped = box.isUpTo(snap, overdue);
          if (isSnapped.isPossible()) {
            allow(Lifecycle.ESCALATED, Why.SNAPPED_BACK, Moments.NEVER);
          }
          if (isSnapped != Truth.YES) {
            breached(snap);
          }
        }
        case SUSPENSION -> throw new AssertionError("a suspension ends no duty");
      }
    }

    private void allow(Lifecycle state, Why why, long broken) {
      out.allow(duty, state, why, last.mayFail() ? Moments.NEVER : last.high(), broken);
    }

    private void fulfilled(TimeRange strike) {
      TimeRange done = past(performed);
      if (!strike.mayFail() && !strike.isNever()) {
        boolean isAfter = rules.rank(Tie.DEADLINE) < rules.rank(Tie.FULFILMENT);
        done = done.upTo(Math.max(done.low(), strike.high() - (isAfter ? 1 : 0)));
      }
      Truth inTime = box.isUpTo(done, last);
      if (inTime.isPossible()) {
        allow(Lifecycle.FULFILLED, Why.IN_TIME, Moments.NEVER);
      }
      if (inTime != Truth.YES) {
        allow(Lifecycle.FULFILLED_LATE, Why.LATE, overdue.high());
      }
    }

    private void open() {
      for (Standing each : List.of(standing.surely(), standing.perhaps())) {
        for (Standing.Stretch stretch : each.suspensions()) {
          out.wakeAt(stretch.from(), t);
          out.wakeAt(stretch.until(), t);
        }
      }
      Truth isSuspended = standing.isSuspendedAt(t);
      if (isSuspended.isPossible()) {
        allow(Lifecycle.SUSPENDED, Why.SUSPENDED, Moments.NEVER);
      }
      if (isSuspended == Truth.YES) {
        return;
      }
      Truth isFound = happened(found);
      if (isFound != Truth.YES) {
        allow(Lifecycle.TRIGGERED_UNVERIFIED, Why.UNVERIFIED, Moments.NEVER);
      }
      if (isFound.isPossible()) {
        allow(Lifecycle.DUE, last.isNever() ? Why.NO_CLOCK : Why.CLOCK_RUNNING, Moments.NEVER);
      }
    }

    private void breached(TimeRange snap) {
      if (!happened(overdue).isPossible()) {
        return;
      }
      TimeRange since = past(overdue);
      Escalation escalation = rules.said().escalation();
      TimeRange escalated =
          switch (escalation) {
            case Escalation.None _ -> TimeRange.NEVER;
            case Escalation.Automatic(Period after) -> BoxStanding.after(after, since);
            case Escalation.ByPower power -> invoked(power, since);
            case Escalation.Snapback _ -> snap;
          };
      TimeRange cured = box.later(performed, since);
      Truth isCured = happened(cured);
      Truth isEscalated = happened(escalated);
      Truth isCuredFirst = isCured.and(precedes(cured, Tie.FULFILMENT, escalated, Tie.DEADLINE));
      if (isCuredFirst.isPossible()) {
        allow(Lifecycle.FULFILLED_LATE, Why.LATE, since.high());
      }
      if (isCuredFirst == Truth.YES) {
        return;
      }
      if (isEscalated.isPossible()) {
        allow(
            Lifecycle.ESCALATED,
            escalation instanceof Escalation.Snapback ? Why.SNAPPED_BACK : Why.ESCALATED,
            since.high());
      }
      if (isEscalated != Truth.YES && isCured != Truth.YES) {
        allow(Lifecycle.BREACHED, Why.OVERDUE, since.high());
      }
    }

    private TimeRange invoked(Escalation.ByPower power, TimeRange since) {
      TimeRange first = TimeRange.NEVER;
      for (LoggedFact entry : dossier.entries()) {
        if (entry.fact() instanceof Fact.Invocation invocation
            && invocation.guarantee().equals(fold.commitment.id())
            && power.holders().contains(invocation.by())) {
          TimeRange at = box.at(entry);
          Truth counts = box.isUpTo(since, at);
          if (counts.isPossible()) {
            first = box.earlier(first, counts == Truth.YES ? at : at.orNever());
          }
        }
      }
      return first;
    }
  }
}
