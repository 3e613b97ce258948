package org.parley.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.parley.model.cases.Case;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.ContributionId;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.CoverageQuestionId;
import org.parley.model.guarantee.Determination;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.Guarantee.Tie;
import org.parley.model.guarantee.Guarantee.Trigger;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.guarantee.IncidentPattern;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.LogEntry.Fact;
import org.parley.model.guarantee.LogEntryId;
import org.parley.model.guarantee.Need;
import org.parley.model.guarantee.NeedId;
import org.parley.model.guarantee.PledgedSum;
import org.parley.model.guarantee.TimeSpan;
import org.parley.model.guarantee.Within;
import org.parley.model.guarantee.Within.LastInstant;
import org.parley.model.place.PlaceId;
import org.parley.model.source.SourceId;
import org.parley.model.step.StepId;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.PointId;

/// Guarantees, contributions, incidents and log entries in every form, over two parties, a step, a
/// point and a source.
public final class GuaranteeCases {

  private static final Visibility OPEN = new Visibility.Public();
  private static final Within DAY = new Within(new TimeSpan("24 hours"), LastInstant.IN_TIME);
  private static final Within MONTH = new Within(new TimeSpan("1 month"), LastInstant.TOO_LATE);

  private final PartyId owes;
  private final PartyId owed;
  private final StepId step;
  private final PointId point;
  private final SourceId source;

  private GuaranteeCases(PartyId owes, PartyId owed, StepId step, PointId point, SourceId source) {
    this.owes = owes;
    this.owed = owed;
    this.step = step;
    this.point = point;
    this.source = source;
  }

  /// One record of every form, for all eyes.
  public static List<CaseRecord> of(
      PartyId owes, PartyId owed, StepId step, PointId point, SourceId source) {
    return new GuaranteeCases(owes, owed, step, point, source).records();
  }

  private static final List<Edtf> DATES =
      Stream.of(
              "2026-02-03",
              "2028-02-29",
              "2026-03-31",
              "2026-02",
              "2026-21",
              "2026",
              "2026-02-03T06:00:00Z",
              "2026-02-03T06:00:00+02:00",
              "2026-02-XX",
              "2026-02-03/2026-02-05",
              "../2026-02-03",
              "2026-02-03/..",
              "2026-02-03?",
              "2026-02~",
              "2026%")
          .map(Edtf::of)
          .toList();

  private static final List<TimeSpan> SPANS =
      Stream.of(
              "90 seconds",
              "5 minutes",
              "24 hours",
              "3 days",
              "2 weeks",
              "1 month",
              "1 year 6 months")
          .map(TimeSpan::new)
          .toList();

  private static final int EACH = 2;
  private static final int TRIES = 5;

  /// Records of guarantees at random over the public records of a case, with which they are a case.
  ///
  /// @param secrets whether some are hidden from some
  static List<CaseRecord> random(Case base, boolean secrets, RandomGenerator random) {
    Arbitrary arbitrary = over(base, secrets, random);
    Case all = base;
    List<CaseRecord> added = new ArrayList<>();
    for (int number = 1; number <= EACH; number++) {
      String end = "-" + number;
      List<Supplier<CaseRecord>> draws =
          List.of(
              () -> arbitrary.record(Incident.class, new IncidentId("rn" + end)),
              () -> arbitrary.record(Guarantee.class, new GuaranteeId("rg" + end)),
              () -> arbitrary.record(Guarantee.class, new GuaranteeId("rh" + end)),
              () -> arbitrary.record(Contribution.class, new ContributionId("rk" + end)),
              () -> arbitrary.record(Need.class, new NeedId("rneed" + end)),
              () -> arbitrary.record(LogEntry.class, new LogEntryId("re" + end)),
              () -> arbitrary.record(LogEntry.class, new LogEntryId("rf" + end)),
              () -> arbitrary.record(CoverageQuestion.class, new CoverageQuestionId("rq" + end)));
      for (Supplier<CaseRecord> draw : draws) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
          CaseRecord record = draw.get();
          Optional<Case> with = all.changed(base.info(), Set.of(), List.of(record));
          if (with.isPresent()) {
            all = with.get();
            added.add(record);
            break;
          }
        }
      }
    }
    return added;
  }

  private static Arbitrary over(Case base, boolean secrets, RandomGenerator random) {
    List<PartyId> parties = ids(base, PartyId.class);
    List<Determination.Council> councils = new ArrayList<>();
    for (int members = 1; members <= parties.size(); members++) {
      for (int vetoes = 0; vetoes <= Math.min(2, members); vetoes++) {
        councils.add(
            new Determination.Council(
                parties.getFirst(),
                "breach",
                parties.subList(0, members),
                1 + random.nextInt(members),
                parties.subList(0, vetoes)));
      }
    }
    List<GuaranteeId> guarantees = new ArrayList<>(ids(base, GuaranteeId.class));
    List<IncidentId> incidents = new ArrayList<>(ids(base, IncidentId.class));
    List<LogEntryId> entries = new ArrayList<>(ids(base, LogEntryId.class));
    for (int number = 1; number <= EACH; number++) {
      guarantees.add(new GuaranteeId("rg-" + number));
      incidents.add(new IncidentId("rn-" + number));
      entries.add(new LogEntryId("re-" + number));
    }
    return new Arbitrary(random)
        .with(
            LocalizedText.class,
            List.of(
                LocalizedText.of("one"),
                LocalizedText.of("two"),
                LocalizedText.of(Map.of("fr", "trois")),
                new LocalizedText("four", "en", Map.of("uk", "чотири", "fr", "quatre"))))
        .with(PartyId.class, parties)
        .with(StepId.class, ids(base, StepId.class))
        .with(PointId.class, ids(base, PointId.class))
        .with(PlaceId.class, ids(base, PlaceId.class))
        .with(ClaimId.class, ids(base, ClaimId.class))
        .with(SourceId.class, ids(base, SourceId.class))
        .with(InstrumentId.class, ids(base, InstrumentId.class))
        .with(GuaranteeId.class, guarantees)
        .with(IncidentId.class, incidents)
        .with(LogEntryId.class, entries)
        .with(Determination.Council.class, councils)
        .with(Edtf.class, DATES)
        .with(TimeSpan.class, SPANS)
        .with(
            Incident.Coordinates.class,
            List.of(new Incident.Coordinates("48.59, 37.99"), new Incident.Coordinates("-90, 180")))
        .with(
            Visibility.class,
            secrets
                ? List.of(
                    OPEN,
                    OPEN,
                    OPEN,
                    new Visibility.Delegations(),
                    new Visibility.Mediator(),
                    new Visibility.Party(parties.getFirst()))
                : List.of(OPEN))
        .withNamed("Guarantee.ties", Arbitrary.orders(List.of(Tie.values()), random))
        .withNamed(
            "Guarantee.assumed",
            List.of(
                Map.of(), Map.of("liability", "why"), Map.of("liability", "why", "grace", "usual")))
        .withNamed(
            "Contribution.sums",
            List.of(
                List.of(),
                List.of(new PledgedSum(2026, "EUR", 5, null)),
                List.of(
                    new PledgedSum(null, "USD", 7, 9L),
                    new PledgedSum(2027, "EUR", 1_000, 1_000L))))
        .withNamed("Calendar.zone", List.of("UTC", "Europe/Kyiv", "Pacific/Apia"));
  }

  /// The ids of a kind that everybody may know of.
  private static <T extends Id> List<T> ids(Case base, Class<T> kind) {
    return base.records().stream()
        .filter(each -> each.visibility().equals(OPEN))
        .map(CaseRecord::id)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static IncidentPattern pattern(PartyId actor) {
    return new IncidentPattern(
        List.of("attack"),
        List.of(actor),
        List.of(),
        List.of("UA"),
        List.of("unprovoked"),
        new IncidentPattern.LeastSeverity(IncidentPattern.Estimate.LOW, 3));
  }

  private Determination.Council council() {
    return new Determination.Council(owed, "breach", List.of(owes, owed), 1, List.of(owes));
  }

  private Guarantee guarantee(
      String id,
      Trigger trigger,
      Determination determination,
      Guarantee.Voiding.Cause cause,
      Guarantee.Escalation escalation) {
    return new Guarantee(
        new GuaranteeId(id),
        LocalizedText.of("Guarantee " + id),
        null,
        List.of(point),
        List.of(),
        List.of(owes),
        Guarantee.Liability.JOINTLY_AND_SEVERALLY,
        owed,
        Guarantee.Force.ASSIST_AT_DISCRETION,
        trigger,
        determination,
        List.of(
            new Guarantee.Response(
                "warning", "warning", null, Guarantee.ClockFrom.OCCURRENCE, DAY, List.of()),
            new Guarantee.Response(
                "more",
                "deployment",
                new Guarantee.Continued(pattern(owed), MONTH),
                Guarantee.ClockFrom.CONTINUATION,
                DAY,
                List.of())),
        new Guarantee.InForce(
            List.of(step), List.of(), new TimeSpan("15 years 6 months"), true, List.of()),
        List.of(
            new Guarantee.Voiding(
                cause,
                new Determination.FoundBy(owed),
                Guarantee.Voiding.VoidFrom.DETERMINATION,
                Guarantee.Voiding.Ends.NEW_DUTIES,
                List.of())),
        Guarantee.SuspendedClock.RUNS,
        Guarantee.OpenDuties.SURVIVE,
        escalation,
        List.of(Tie.values()),
        new Guarantee.Calendar("Europe/Kyiv", Guarantee.Calendar.MonthEnd.LAST_DAY),
        new TimeSpan("3 days"),
        Map.of("liability", "not said"),
        OPEN);
  }

  private LogEntry entry(String id, Fact fact, String occurred, String corrects) {
    return new LogEntry(
        new LogEntryId(id),
        fact,
        Edtf.of(occurred),
        id.endsWith("1") ? Edtf.of("2026-02-03") : null,
        Edtf.of("2026-02-04"),
        List.of(source),
        corrects.isEmpty() ? null : new LogEntryId(corrects),
        OPEN);
  }

  private List<CaseRecord> records() {
    Guarantee first =
        guarantee(
            "g-1",
            new Trigger.Happens(pattern(owed)),
            new Determination.SelfEvident(),
            new Guarantee.Voiding.Cause.Happens(pattern(owes)),
            new Guarantee.Escalation.None());
    Guarantee second =
        guarantee(
            "g-2",
            new Trigger.Repeated(pattern(owed), 3, DAY, Trigger.Fires.WHEN_REACHED),
            new Determination.AnyOf(
                List.of(
                    new Determination.IndependentReports(2, List.of("s0")),
                    new Determination.EachObligor(),
                    council())),
            new Guarantee.Voiding.Cause.BreachOf(first.id()),
            new Guarantee.Escalation.Automatic(new TimeSpan("7 days")));
    Guarantee third =
        guarantee(
            "g-3",
            new Trigger.Either(
                List.of(
                    new Trigger.Combined(List.of(pattern(owes), pattern(owed)), MONTH),
                    new Trigger.Happens(pattern(owed)))),
            new Determination.AllOf(
                List.of(new Determination.FoundBy(owed), new Determination.NotStated())),
            new Guarantee.Voiding.Cause.Happens(pattern(owes)),
            new Guarantee.Escalation.ByPower(List.of(owed)));
    Guarantee fourth =
        guarantee(
            "g-4",
            new Trigger.Happens(pattern(owed)),
            council(),
            new Guarantee.Voiding.Cause.Happens(pattern(owes)),
            new Guarantee.Escalation.Snapback(MONTH, council()));
    IncidentId incident = new IncidentId("n-1");
    return List.of(
        first,
        second,
        third,
        fourth,
        new Contribution(
            new ContributionId("k-1"),
            owes,
            "Troops",
            List.of(first.id()),
            Contribution.Domain.LAND,
            5_000L,
            "troops",
            "UA",
            List.of(
                new Contribution.Condition.Plain("a commitment of the other side"),
                new Contribution.Condition.Contributes(owed),
                new Contribution.Condition.Reached(step)),
            List.of(step),
            List.of("not at the line"),
            List.of(point),
            List.of(
                new PledgedSum(2026, "EUR", 40, 50L),
                new PledgedSum(2027, "EUR", 60, null),
                new PledgedSum(null, "USD", 0, null)),
            List.of(),
            OPEN),
        new Need(
            new NeedId("need-1"),
            LocalizedText.of("Troops"),
            Contribution.Domain.LAND,
            9_000,
            "troops",
            List.of(),
            OPEN),
        new Incident(
            incident, LocalizedText.of("A strike"), new Incident.Coordinates("48.59, 37.99"), OPEN),
        entry(
            "e-1",
            new Fact.Report(
                incident,
                "attack",
                owed,
                null,
                List.of(),
                "UA-14",
                List.of("unprovoked"),
                new LogEntry.Severity(3, 4, 5)),
            "2026-02-03T06:00:00Z",
            ""),
        entry(
            "e-14",
            new Fact.Report(
                incident, "attack", null, null, List.of(owed, owes), null, List.of(), null),
            "2026-02-03",
            ""),
        entry("e-2", new Fact.Determined(incident, owed, true), "2026-02-03", ""),
        entry("e-3", new Fact.Vote(incident, owed, "breach", owes, true), "2026-02-03", ""),
        entry("e-4", new Fact.ResponseAct(incident, owes, "warning"), "2026-02-03/2026-02-04", ""),
        entry("e-5", new Fact.Waiver(incident, first.id()), "2026-02-03", ""),
        entry("e-6", new Fact.Invocation(incident, third.id(), owed), "2026-02-03", ""),
        entry("e-7", new Fact.Reached(step), "2026-02-03", ""),
        entry("e-8", new Fact.Suspended(first.id(), owed), "2026-02-03", ""),
        entry("e-9", new Fact.Resumed(first.id(), owed), "2026-02-04", ""),
        entry("e-10", new Fact.Extended(first.id(), Edtf.of("2060")), "2026-02-03", ""),
        entry("e-12", new Fact.Terminated(second.id(), owes), "2026-02-03", ""),
        entry("e-13", new Fact.TakenBack(), "2026-02-04", "e-4"),
        new CoverageQuestion(
            new CoverageQuestionId("q-1"),
            LocalizedText.of("Protection from day one?"),
            List.of(),
            Edtf.of("2026-01-01"),
            Edtf.of("2027-01-01"),
            Map.of(step, Edtf.of("2026-03-01")),
            Map.of(second.id(), Edtf.of("2026-06-01")),
            List.of(owes),
            Guarantee.Force.CONSULT,
            List.of("a commitment of the other side"),
            List.of(
                new CoverageQuestion.Threat(
                    LocalizedText.of("An attack"),
                    "attack",
                    owed,
                    owes,
                    "UA-14",
                    List.of("unprovoked"))),
            OPEN));
  }
}
