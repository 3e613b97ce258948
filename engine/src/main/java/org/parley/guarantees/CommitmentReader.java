package org.parley.guarantees;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.exact.CalendarArithmetic.Length;
import org.parley.exact.CalendarArithmetic.Rounding;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.GuaranteeTerm;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Window;
import org.parley.model.claim.ClaimId;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.TimeSpan;
import org.parley.model.guarantee.Within;
import org.parley.model.text.PointId;

/// Converts a guarantee on record into a commitment, key by key. Keys that no text states have
/// defaults.
final class CommitmentReader {

  private final Guarantee guarantee;

  private CommitmentReader(Guarantee guarantee) {
    this.guarantee = guarantee;
  }

  static Commitment read(Guarantee guarantee) {
    return new CommitmentReader(guarantee).commitment();
  }

  private Commitment commitment() {
    Set<String> milestones = new LinkedHashSet<>();
    guarantee.inForce().once().forEach(each -> milestones.add(each.value()));
    guarantee.inForce().approvals().forEach(each -> milestones.add(each.value()));
    TimeSpan lasts = guarantee.inForce().lasts();
    TimeSpan grace = guarantee.grace();
    return new Commitment(
        guarantee.id(),
        guarantee.title().text(),
        guarantee.obligors(),
        guarantee.liability(),
        guarantee.beneficiary(),
        guarantee.force(),
        trigger(guarantee.trigger()),
        guarantee.determination(),
        guarantee.ladder().stream().map(this::tier).toList(),
        new GuaranteeTerm(
            List.copyOf(milestones),
            lasts == null ? null : period(lasts),
            guarantee.inForce().extendable()),
        guarantee.voiding(),
        guarantee.suspendedClockOrDefault(),
        escalation(guarantee.escalation()),
        guarantee.openDutiesOrDefault(),
        guarantee.tiesOrDefault(),
        grace == null ? 0 : period(grace).atMostSeconds(),
        clauses());
  }

  private List<String> clauses() {
    List<String> clauses = new ArrayList<>();
    guarantee.points().stream().map(PointId::value).forEach(clauses::add);
    guarantee.claims().stream().map(ClaimId::value).forEach(clauses::add);
    return clauses;
  }

  private Trigger trigger(Guarantee.Trigger trigger) {
    return switch (trigger) {
      case Guarantee.Trigger.Happens(var incident) -> new Trigger.Happens(incident);
      case Guarantee.Trigger.Repeated(var incidents, int times, Within within, var fires) ->
          new Trigger.Repeated(incidents, times, window(within), fires);
      case Guarantee.Trigger.Combined(var incidents, Within within) ->
          new Trigger.Combined(incidents, window(within));
      case Guarantee.Trigger.Either(var triggers) ->
          new Trigger.Either(triggers.stream().map(this::trigger).toList());
    };
  }

  private Tier tier(Guarantee.Response response) {
    Guarantee.Continued more = response.ifContinued();
    Within within = response.within();
    return new Tier(
        response.name(),
        response.act(),
        more == null
            ? new Tier.When.AtOnce()
            : new Tier.When.IfContinued(more.incidents(), window(more.within())),
        response.clockFrom(),
        within == null
            ? new Window(new Period.Endless(), Within.LastInstant.IN_TIME)
            : window(within));
  }

  private Escalation escalation(Guarantee.Escalation escalation) {
    return switch (escalation) {
      case Guarantee.Escalation.None _ -> new Escalation.None();
      case Guarantee.Escalation.Automatic(TimeSpan after) ->
          new Escalation.Automatic(period(after));
      case Guarantee.Escalation.ByPower(var holders) -> new Escalation.ByPower(Set.copyOf(holders));
      case Guarantee.Escalation.Snapback(Within within, var stop) ->
          new Escalation.Snapback(window(within), stop);
    };
  }

  private Window window(Within within) {
    return new Window(period(within.length()), within.lastInstant());
  }

  private Period period(TimeSpan span) {
    Guarantee.@Nullable Calendar calendar = guarantee.calendar();
    if (!span.isCalendar()) {
      return new Period.Seconds(span.seconds());
    }
    if (calendar == null) {
      throw new IllegalArgumentException(
          "guarantee \"" + guarantee.id() + "\" counts " + span + " on no calendar. Maybe add one");
    }
    return new Period.Calendar(
        new Length(0, span.months(), span.days()),
        switch (calendar.monthEnd()) {
          case LAST_DAY -> Rounding.DOWN;
          case FIRST_OF_NEXT -> Rounding.UP;
        },
        ZoneId.of(calendar.zone()));
  }
}
