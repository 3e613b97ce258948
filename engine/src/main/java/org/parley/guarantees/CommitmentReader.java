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
import org.parley.guarantees.commitment.Determination;
import org.parley.guarantees.commitment.Escalation;
import org.parley.guarantees.commitment.IncidentPattern;
import org.parley.guarantees.commitment.Period;
import org.parley.guarantees.commitment.Term;
import org.parley.guarantees.commitment.Tier;
import org.parley.guarantees.commitment.Trigger;
import org.parley.guarantees.commitment.Voiding;
import org.parley.guarantees.commitment.Window;
import org.parley.model.claim.ClaimId;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.TimeSpan;
import org.parley.model.guarantee.Within;
import org.parley.model.text.PointId;

/// Converts a guarantee on record into a commitment, key by key, without additions.
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
        guarantee.title(),
        guarantee.obligors(),
        switch (guarantee.liability()) {
          case EACH -> Commitment.Liability.EACH;
          case JOINTLY -> Commitment.Liability.JOINTLY;
          case JOINTLY_AND_SEVERALLY -> Commitment.Liability.JOINTLY_AND_SEVERALLY;
        },
        guarantee.beneficiary(),
        force(guarantee.force()),
        trigger(guarantee.trigger()),
        determination(guarantee.determination()),
        guarantee.ladder().stream().map(this::tier).toList(),
        new Term(
            List.copyOf(milestones),
            lasts == null ? null : period(lasts),
            guarantee.inForce().extendable()),
        guarantee.voiding().stream().map(this::voiding).toList(),
        switch (guarantee.suspendedClock()) {
          case STOPS -> Commitment.SuspendedClock.STOPS;
          case RUNS -> Commitment.SuspendedClock.RUNS;
        },
        escalation(guarantee.escalation()),
        switch (guarantee.openDuties()) {
          case SURVIVE -> Commitment.Survival.OPEN_DUTIES_SURVIVE;
          case LAPSE -> Commitment.Survival.OPEN_DUTIES_LAPSE;
        },
        guarantee.ties().stream().map(CommitmentReader::tie).toList(),
        grace == null ? 0 : period(grace).atMostSeconds(),
        clauses());
  }

  private List<String> clauses() {
    List<String> clauses = new ArrayList<>();
    guarantee.points().stream().map(PointId::value).forEach(clauses::add);
    guarantee.claims().stream().map(ClaimId::value).forEach(clauses::add);
    return clauses;
  }

  static Commitment.Force force(Guarantee.Force force) {
    return switch (force) {
      case RESPECT -> Commitment.Force.RESPECT;
      case CONSULT -> Commitment.Force.CONSULT;
      case ASSIST_AT_DISCRETION -> Commitment.Force.ASSIST_AT_DISCRETION;
      case ACT -> Commitment.Force.ACT;
    };
  }

  private static Commitment.Tie tie(Guarantee.Tie tie) {
    return switch (tie) {
      case FULFILMENT -> Commitment.Tie.FULFILMENT;
      case VOIDING -> Commitment.Tie.VOIDING;
      case RELEASE -> Commitment.Tie.RELEASE;
      case SUSPENSION -> Commitment.Tie.SUSPENSION;
      case DEADLINE -> Commitment.Tie.DEADLINE;
      case END -> Commitment.Tie.END;
    };
  }

  private Trigger trigger(Guarantee.Trigger trigger) {
    return switch (trigger) {
      case Guarantee.Trigger.Happens(var incident) -> new Trigger.One(pattern(incident));
      case Guarantee.Trigger.Repeated(var incidents, int times, Within within, var fires) ->
          new Trigger.Count(
              pattern(incidents),
              times,
              window(within),
              switch (fires) {
                case AT_EACH -> Trigger.Fires.AT_EACH;
                case WHEN_REACHED -> Trigger.Fires.WHEN_REACHED;
              });
      case Guarantee.Trigger.Combined(var incidents, Within within) ->
          new Trigger.Together(
              incidents.stream().map(CommitmentReader::pattern).toList(), window(within));
      case Guarantee.Trigger.Either(var triggers) ->
          new Trigger.Either(triggers.stream().map(this::trigger).toList());
    };
  }

  private static IncidentPattern pattern(org.parley.model.guarantee.IncidentPattern incident) {
    var severity = incident.severity();
    return new IncidentPattern(
        Set.copyOf(incident.kinds()),
        Set.copyOf(incident.actors()),
        Set.copyOf(incident.targets()),
        Set.copyOf(incident.places()),
        Set.copyOf(incident.traits()),
        severity == null
            ? IncidentPattern.Measure.BEST
            : switch (severity.estimate()) {
              case LOW -> IncidentPattern.Measure.LOW;
              case BEST -> IncidentPattern.Measure.BEST;
              case HIGH -> IncidentPattern.Measure.HIGH;
            },
        severity == null ? Long.MIN_VALUE : severity.atLeast());
  }

  private static Determination determination(org.parley.model.guarantee.Determination rule) {
    return switch (rule) {
      case org.parley.model.guarantee.Determination.SelfEvident _ ->
          new Determination.SelfEvident();
      case org.parley.model.guarantee.Determination.IndependentReports(int groups, var eligible) ->
          new Determination.Quorum(groups, Set.copyOf(eligible));
      case org.parley.model.guarantee.Determination.FoundBy(var body) ->
          new Determination.FoundBy(body);
      case org.parley.model.guarantee.Determination.EachObligor _ -> new Determination.OwnFinding();
      case org.parley.model.guarantee.Determination.Council vote -> council(vote);
      case org.parley.model.guarantee.Determination.AnyOf(var rules) ->
          new Determination.AnyOf(rules.stream().map(CommitmentReader::determination).toList());
      case org.parley.model.guarantee.Determination.AllOf(var rules) ->
          new Determination.AllOf(rules.stream().map(CommitmentReader::determination).toList());
      case org.parley.model.guarantee.Determination.NotStated _ -> new Determination.Undeclared();
    };
  }

  private static Determination.Council council(
      org.parley.model.guarantee.Determination.Council vote) {
    return new Determination.Council(
        vote.body(),
        vote.question(),
        Set.copyOf(vote.members()),
        vote.needed(),
        Set.copyOf(vote.vetoes()));
  }

  private Tier tier(Guarantee.Response response) {
    Guarantee.Continued more = response.ifContinued();
    Within within = response.within();
    return new Tier(
        response.name(),
        response.act(),
        more == null
            ? new Tier.When.AtOnce()
            : new Tier.When.IfContinued(pattern(more.incidents()), window(more.within())),
        switch (response.clockFrom()) {
          case OCCURRENCE -> Tier.Anchor.OCCURRENCE;
          case FIRST_REPORT -> Tier.Anchor.FIRST_REPORT;
          case DETERMINATION -> Tier.Anchor.DETERMINATION;
          case NOTICE -> Tier.Anchor.NOTICE;
          case CONTINUATION -> Tier.Anchor.CONDITION;
        },
        within == null ? new Window(new Period.Endless(), Window.Edge.CLOSED) : window(within));
  }

  private Voiding voiding(Guarantee.Voiding voiding) {
    return new Voiding(
        switch (voiding.cause()) {
          case Guarantee.Voiding.Cause.Happens(var incident) ->
              new Voiding.Cause.Incident(pattern(incident));
          case Guarantee.Voiding.Cause.BreachOf(var other) -> new Voiding.Cause.BreachOf(other);
        },
        determination(voiding.determination()),
        switch (voiding.voidFrom()) {
          case OCCURRENCE -> Voiding.From.OCCURRENCE;
          case DETERMINATION -> Voiding.From.DETERMINATION;
        },
        switch (voiding.ends()) {
          case NEW_DUTIES -> Voiding.Reach.NEW_DUTIES;
          case OPEN_DUTIES_TOO -> Voiding.Reach.OPEN_DUTIES_TOO;
        });
  }

  private Escalation escalation(Guarantee.Escalation escalation) {
    return switch (escalation) {
      case Guarantee.Escalation.None _ -> new Escalation.None();
      case Guarantee.Escalation.Automatic(TimeSpan after) ->
          new Escalation.Automatic(period(after));
      case Guarantee.Escalation.ByPower(var holders) -> new Escalation.ByPower(Set.copyOf(holders));
      case Guarantee.Escalation.Snapback(Within within, var stop) ->
          new Escalation.Snapback(window(within), council(stop));
    };
  }

  private Window window(Within within) {
    return new Window(
        period(within.length()),
        switch (within.lastInstant()) {
          case IN_TIME -> Window.Edge.CLOSED;
          case TOO_LATE -> Window.Edge.OPEN;
        });
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
