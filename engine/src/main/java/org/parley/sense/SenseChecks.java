package org.parley.sense;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.acts.RecordedAct;
import org.parley.exact.Rational;
import org.parley.model.ActSubject;
import org.parley.model.ForecastSubject;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.act.ActKind;
import org.parley.model.act.Ballot;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.ForecastEvent;
import org.parley.model.claim.Probability;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Incident;
import org.parley.model.place.Geometry;
import org.parley.model.place.Place;
import org.parley.model.position.Grade;
import org.parley.model.position.Position;
import org.parley.model.source.SourceId;
import org.parley.model.step.Step;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;

/// Finds records that fit the rules of a case, but not the course of a settlement.
///
/// Cost: linear in the records, apart from sorting by id.
public final class SenseChecks {

  /// By id of the record, then by path and reason.
  private static final Comparator<Doubt> IN_ORDER =
      Comparator.comparing((Doubt each) -> each.record().value())
          .thenComparing(each -> String.join(".", each.path()))
          .thenComparing(each -> each.why().code());

  private static final int FAR_DEGREES = 8;
  private static final int NEAR_DEGREES = 3;

  private final CaseView view;
  private final ActLedger ledger;
  private final Map<Id, List<ActSubject>> parts = new HashMap<>();
  private final Set<Doubt> doubts = new LinkedHashSet<>();

  private SenseChecks(CaseView view) {
    this.view = view;
    this.ledger = Acts.of(view).everything();
  }

  /// The doubts about the records of a view, in the order of ids.
  public static List<Doubt> of(CaseView view) {
    return Stream.concat(ofOthers(view).stream(), ofClaims(view, view.claims()).stream())
        .sorted(IN_ORDER)
        .toList();
  }

  /// Those about some claims, which depend on each claim and its sources alone; in the order of
  /// ids.
  ///
  /// @param claims claims of the view
  public static List<Doubt> ofClaims(CaseView view, Collection<Claim> claims) {
    Set<Doubt> doubts = new LinkedHashSet<>();
    for (Claim each : claims) {
      newer(view, each.id(), "said", each.said(), each.source(), doubts);
    }
    return doubts.stream().sorted(IN_ORDER).toList();
  }

  /// Those about all records but claims, in the order of ids.
  public static List<Doubt> ofOthers(CaseView view) {
    return new SenseChecks(view).check();
  }

  private List<Doubt> check() {
    for (Point point : view.points()) {
      parts.computeIfAbsent(point.instrument(), _ -> new ArrayList<>()).add(point.id());
    }
    for (Step step : view.steps()) {
      if (step.instrument() != null) {
        parts.computeIfAbsent(step.instrument(), _ -> new ArrayList<>()).add(step.id());
      }
    }
    for (ActLedger.Entry entry : ledger.entries()) {
      if (entry.stands()) {
        sources(entry.recorded());
        vote(entry.act());
      }
    }
    view.instruments().forEach(this::life);
    view.positions().forEach(this::redLines);
    view.places().forEach(this::swapped);
    ways();
    return doubts.stream().sorted(IN_ORDER).toList();
  }

  private void sources(RecordedAct recorded) {
    Act act = recorded.act();
    // An act announced in advance is known before its day.
    Edtf told = act.knownOrDone().isBefore(act.date()) ? act.knownOrDone() : act.date();
    if (recorded.record().equals(act.id())) {
      newer(view, act.id(), "date", told, act.source(), doubts);
    }
  }

  private static void newer(
      CaseView view, Id record, String key, Edtf told, List<SourceId> sources, Set<Doubt> doubts) {
    for (SourceId source : sources) {
      if (view.get(source).date().latestDay().isBefore(told.earliestDay())) {
        doubts.add(
            new Doubt(
                record,
                List.of(key),
                new DoubtReason.NewerThanSource(source),
                String.valueOf(told)));
      }
    }
  }

  private void vote(Act act) {
    Ballot vote = act.vote();
    if (vote == null) {
      return;
    }
    Long inFavour = vote.inFavour();
    Long against = vote.against();
    int majority = inFavour == null || against == null ? 0 : Long.compare(inFavour, against);
    String figure = String.valueOf(inFavour);
    boolean isRuled = vote.needs() != null;
    String result = vote.carried().name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (vote.isContradicted()) {
      doubt(act.id(), List.of("vote", "carried"), DoubtReason.Plain.AGAINST_ITS_RULE, result);
    }
    switch (vote.carried()) {
      case CARRIED -> {
        if (majority < 0 && !isRuled) {
          doubt(
              act.id(), List.of("vote", "inFavour"), DoubtReason.Plain.CARRIED_BY_MINORITY, figure);
        }
        if (act.kind() == ActKind.REJECTED && majority > 0) {
          doubt(
              act.id(),
              List.of("vote", "carried"),
              DoubtReason.Plain.REFUSED_THOUGH_CARRIED,
              result);
        }
      }
      case NOT_CARRIED -> {
        if (majority > 0 && vote.rule() == null && !isRuled) {
          doubt(act.id(), List.of("vote", "inFavour"), DoubtReason.Plain.LOST_BY_MAJORITY, figure);
        }
        if (act.kind() == ActKind.ADOPTED || act.kind() == ActKind.RATIFIED) {
          doubt(
              act.id(), List.of("vote", "carried"), DoubtReason.Plain.APPROVED_THOUGH_LOST, result);
        }
      }
      case UNKNOWN -> {}
    }
  }

  private void life(Instrument instrument) {
    List<ActLedger.Entry> acts = ledger.of(instrument.id());
    Map<@Nullable InstrumentVersion, List<ActLedger.Entry>> byVersion = new HashMap<>();
    for (ActLedger.Entry each : acts) {
      byVersion
          .computeIfAbsent(Acts.version(instrument, each.act()), _ -> new ArrayList<>())
          .add(each);
    }
    byVersion.values().forEach(this::order);
    signatories(instrument, acts);
    afterEnd(instrument, acts);
  }

  /// Signature, approval, entry into force: the order of one version.
  private void order(List<ActLedger.Entry> acts) {
    ActLedger.Entry signature = first(acts, Set.of(ActKind.SIGNED));
    ActLedger.Entry approval = first(acts, Set.of(ActKind.RATIFIED));
    for (ActLedger.Entry each : acts) {
      Act act = each.act();
      boolean isApproval = act.kind() == ActKind.RATIFIED || act.kind() == ActKind.DEPOSITED;
      if (isApproval && signature != null && act.date().isBefore(signature.act().date())) {
        doubt(each, "date", new DoubtReason.ApprovedBeforeSigned(signature.act().id()), act.date());
      }
      if (act.kind() == ActKind.ENTERED_INTO_FORCE
          && approval != null
          && act.date().isBefore(approval.act().date())) {
        doubt(each, "date", new DoubtReason.InForceBeforeApproved(approval.act().id()), act.date());
      }
    }
  }

  private static ActLedger.@Nullable Entry first(List<ActLedger.Entry> acts, Set<ActKind> kinds) {
    return acts.stream().filter(each -> kinds.contains(each.act().kind())).findFirst().orElse(null);
  }

  private void signatories(Instrument instrument, List<ActLedger.Entry> acts) {
    if (instrument.signatories().isEmpty()) {
      return;
    }
    Set<PartyId> may = new HashSet<>();
    instrument.signatories().forEach(each -> may.addAll(view.withMembers(each)));
    for (ActLedger.Entry each : acts) {
      if (each.act().kind() != ActKind.SIGNED && each.act().kind() != ActKind.INITIALLED) {
        continue;
      }
      for (int i = 0; i < each.act().by().size(); i++) {
        PartyId by = each.act().by().get(i);
        boolean isOne =
            may.contains(by)
                || view.withMembers(by).stream().anyMatch(instrument.signatories()::contains);
        if (!isOne) {
          doubt(
              each,
              List.of("by", Integer.toString(i)),
              new DoubtReason.SignedByOther(instrument.id()),
              by);
        }
      }
    }
  }

  private void afterEnd(Instrument instrument, List<ActLedger.Entry> acts) {
    ActLedger.Entry end = null;
    Set<PartyId> gone = new LinkedHashSet<>();
    Map<PartyId, ActLedger.Entry> withdrawn = new HashMap<>();
    for (ActLedger.Entry each : acts) {
      List<PartyId> by = each.recorded().by();
      switch (each.act().kind()) {
        case WITHDRAWN -> {
          gone.addAll(by);
          by.forEach(party -> withdrawn.put(party, each));
        }
        case DENOUNCED -> gone.addAll(by);
        case SIGNED, ACCEDED -> {
          gone.removeAll(by);
          by.forEach(withdrawn::remove);
        }
        default -> {
          if (isPerformance(each.act())) {
            by.stream()
                .filter(withdrawn::containsKey)
                .findFirst()
                .ifPresent(party -> after(each, withdrawn.get(party)));
          }
        }
      }
      boolean isOver =
          each.act().kind() == ActKind.TERMINATED
              || (!instrument.signatories().isEmpty()
                  && gone.containsAll(instrument.signatories()));
      end = end == null && isOver ? each : end;
    }
    if (end == null) {
      return;
    }
    Set<ActLedger.Entry> concerned = new LinkedHashSet<>(acts);
    parts
        .getOrDefault(instrument.id(), List.of())
        .forEach(each -> concerned.addAll(ledger.of(each)));
    for (ActLedger.Entry each : concerned) {
      switch (each.act().kind()) {
        case TERMINATED, WITHDRAWN, DENOUNCED, REJECTED, BREACHED, VERIFIED -> {}
        default -> after(each, end);
      }
    }
  }

  private static boolean isPerformance(Act act) {
    return switch (act.kind()) {
      case RATIFIED, DEPOSITED, PROVISIONALLY_APPLIED, PERFORMED, PERFORMED_LATE -> true;
      default -> false;
    };
  }

  private void after(ActLedger.Entry act, ActLedger.@Nullable Entry end) {
    if (end != null && end.act().date().isBefore(act.act().date())) {
      doubt(act, "date", new DoubtReason.AfterItsEnd(end.act().id()), act.act().date());
    }
  }

  /// Latitude first is the usual mistake of GeoJSON, and both orders are often places.
  private void swapped(Place place) {
    List<Geometry.LonLat> others = new ArrayList<>();
    for (Place each : view.places()) {
      if (!each.id().equals(place.id())) {
        others.addAll(each.geometry().positions());
      }
    }
    for (Incident each : view.incidents()) {
      Incident.Coordinates at = each.at();
      if (at != null) {
        others.add(at.position());
      }
    }
    if (others.isEmpty()) {
      return;
    }
    Geometry.Bounds there = Geometry.Bounds.of(others);
    Geometry.Bounds here = place.geometry().bounds();
    if (!here.isWithin(FAR_DEGREES, there) && here.swapped().isWithin(NEAR_DEGREES, there)) {
      doubt(
          place.id(),
          List.of("geometry"),
          DoubtReason.Plain.COORDINATES_SWAPPED,
          here.west().toPlainString() + ", " + here.south().toPlainString());
    }
  }

  private void redLines(Position position) {
    for (int i = 0; i < position.claims().size(); i++) {
      ClaimId id = position.claims().get(i);
      Claim claim = view.get(id);
      if (!claim.isWordOf(position.party())) {
        continue;
      }
      if (claim.asserts() instanceof Assertion.Prefers(OptionId option)
          && position.grades().get(option) == Grade.RED_LINE) {
        grade(position, option, new DoubtReason.RedLinePreferred(id));
      } else if (claim.asserts() instanceof Assertion.Refuses(OptionId option)
          && (position.grades().get(option) == Grade.PREFERRED
              || position.grades().get(option) == Grade.ACCEPTABLE)) {
        grade(position, option, new DoubtReason.AcceptedRefused(id));
      }
    }
  }

  /// The ways that talks go exclude one another, so one forecaster gives them one at most in sum.
  private void ways() {
    Map<List<Object>, Map<ForecastEvent, Forecast>> asked = new LinkedHashMap<>();
    for (Forecast each : view.forecasts()) {
      boolean isSibling =
          each.event().isWay() || (each.event() == ForecastEvent.SIGNED && !each.oneIsEnough());
      // what was sealed tells nothing before its question is closed
      if (isSibling && each.seal() == null && each.chance() != null) {
        asked
            .computeIfAbsent(
                List.of(
                    each.forecaster(),
                    each.about().stream().map(ForecastSubject::value).sorted().toList(),
                    each.until()),
                _ -> new EnumMap<>(ForecastEvent.class))
            .merge(each.event(), each, SenseChecks::later);
      }
    }
    for (Map<ForecastEvent, Forecast> siblings : asked.values()) {
      Rational sum = Rational.ZERO;
      Forecast last = null;
      for (Forecast each : siblings.values()) {
        Probability chance = each.chance();
        if (chance != null) {
          sum = sum.plus(Rational.of(chance.part(), chance.whole()));
          last = last == null ? each : later(last, each);
        }
      }
      Probability told = last == null ? null : last.chance();
      if (last != null && told != null && sum.compareTo(Rational.ONE) > 0) {
        BigInteger[] percent =
            sum.numerator().multiply(BigInteger.valueOf(100)).divideAndRemainder(sum.denominator());
        doubt(
            last.id(),
            List.of("chance"),
            new DoubtReason.WaysAboveOne(
                percent[0].intValueExact() + (percent[1].signum() > 0 ? 1 : 0)),
            told);
      }
    }
  }

  private static Forecast later(Forecast one, Forecast other) {
    int byDay = one.made().latestDay().compareTo(other.made().latestDay());
    return byDay != 0
        ? byDay > 0 ? one : other
        : one.id().value().compareTo(other.id().value()) > 0 ? one : other;
  }

  private void grade(Position position, OptionId option, DoubtReason why) {
    doubt(position.id(), List.of("grades", option.value()), why, option);
  }

  private void doubt(ActLedger.Entry act, String key, DoubtReason why, Object value) {
    doubt(act, List.of(key), why, value);
  }

  /// An act of an earlier case file has no path of its own.
  private void doubt(ActLedger.Entry act, List<String> path, DoubtReason why, Object value) {
    Id record = act.recorded().record();
    doubt(record, record.equals(act.act().id()) ? path : List.of(), why, value);
  }

  private void doubt(Id record, List<String> path, DoubtReason why, Object value) {
    doubts.add(new Doubt(record, path, why, value.toString()));
  }
}
