package org.parley.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.act.Ballot;
import org.parley.model.cases.Case;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Confidence;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.ForecastEvent;
import org.parley.model.claim.ForecastId;
import org.parley.model.claim.Item;
import org.parley.model.claim.ItemId;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.MeetingFormat;
import org.parley.model.claim.MeetingId;
import org.parley.model.claim.MeetingPart;
import org.parley.model.claim.MeetingRole;
import org.parley.model.claim.Probability;
import org.parley.model.claim.Seal;
import org.parley.model.claim.Share;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentId;
import org.parley.model.comment.CommentSubject;
import org.parley.model.date.Edtf;
import org.parley.model.date.ZonedMoment;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.IndicatorId;
import org.parley.model.indicator.Series;
import org.parley.model.party.Mandate;
import org.parley.model.party.Membership;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.party.PartyRole;
import org.parley.model.party.Recess;
import org.parley.model.place.Geometry;
import org.parley.model.place.Place;
import org.parley.model.place.PlaceId;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.Baseline;
import org.parley.model.position.BaselineId;
import org.parley.model.position.Grade;
import org.parley.model.position.Linkage;
import org.parley.model.position.LinkageId;
import org.parley.model.position.PairwiseComparison;
import org.parley.model.position.PairwiseComparisonId;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.position.Proviso;
import org.parley.model.position.Worth;
import org.parley.model.position.WorthCurve;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackageId;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.step.Term;
import org.parley.model.step.TermId;
import org.parley.model.step.When;
import org.parley.model.task.Task;
import org.parley.model.task.TaskId;
import org.parley.model.text.Amount;
import org.parley.model.text.Approval;
import org.parley.model.text.ApprovalStage;
import org.parley.model.text.ApprovalWay;
import org.parley.model.text.AuthenticText;
import org.parley.model.text.Component;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentEvent;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.InstrumentStatus;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.PercentRange;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Quantity;
import org.parley.model.text.Segment;
import org.parley.model.text.Signing;
import org.parley.model.text.Subject;
import org.parley.model.text.TextStatus;
import org.parley.model.text.TextVersion;
import org.parley.model.vote.Majority;
import org.parley.model.vote.Threshold;
import org.parley.model.vote.VoteRule;

/// Random valid cases from a seed: every kind of record, every assertion, every form of guarantee,
/// every visibility, secrets on every level. The same seed and size give the same case.
///
/// Nothing made refers to what some of its readers may not see, because every reference is drawn
/// from what covers the visibility of the place it stands in.
public final class Cases {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);
  private static final int DAYS = 700;
  private static final int RECENT = 40;

  /// Larger cases are for other things than secrets.
  private static final int MOST_CLAIMS_COPIED = 100;

  /// Odd texts, so that whoever writes and reads them must be exact.
  private static final List<String> ODD =
      List.of(
          "plain words",
          "a colon: and a # hash",
          " spaces around ",
          "'single' and \"double\" quotes",
          "two\nlines",
          "lines\n\n  indented, and an end\n",
          "null",
          "true",
          "~",
          "- dash",
          "[a, b] {c}",
          "tab\there",
          "back\\slash",
          "Київ, Ереван, Baku, 北京",
          "a face \uD83D\uDE42 beyond the plane",
          "no-break\u00A0space and line\u2028separator",
          "\uFEFFa mark",
          "ends with a colon:",
          "double  space that goes on for quite a while until it is far longer than one line can be",
          "A sentence of more than eighty characters, which whoever writes it well will not leave"
              + " on one line, because nobody likes to scroll sideways. \"Nobody\", said the chair: # 1.");

  /// How much of everything.
  ///
  /// @param parties at least 2
  /// @param points at least 1
  /// @param claims any number
  /// @param secrets whether some records are hidden from some
  public record Size(int parties, int points, int claims, boolean secrets) {}

  private record Named<T>(T id, Visibility visibility) {}

  private Random random;
  private final Random translated;

  /// Draws acts and versions apart, so that all else is drawn as without.
  private final Random acted;

  /// Draws dates of positions apart as well.
  private final Random counted;

  /// Counts the worths of quantities, so that each form comes.
  private int curves;

  private final Random dated;

  private final Random provided;

  /// Draws joint statements, confidence, languages and roles apart likewise.
  private final Random told;

  /// Chapters have a generator of their own, too.
  private final Random nested;

  /// Draws places apart too.
  private final Random placed;

  private final Random foretold;

  /// Draws indicators apart too.
  private final Random measured;

  /// Draws comments apart too.
  private final Random remarked;

  /// Draws rounds apart too.
  private final Random rounded;

  /// Draws the parties that read a record together apart too.
  private final Random shared;

  private final Size size;

  /// How many copies of records are hidden: [HiddenCopies#SOME] or [HiddenCopies#ALL].
  private final int copies;

  private final List<CaseRecord> records = new ArrayList<>();

  /// The kind of record that is remarked on next.
  private int nextKind;

  private final List<Named<PartyId>> parties = new ArrayList<>();
  private final List<Named<InstrumentId>> instruments = new ArrayList<>();
  private final List<Named<Subject>> subjects = new ArrayList<>();
  private final List<Named<SourceId>> sources = new ArrayList<>();
  private final List<Named<PlaceId>> places = new ArrayList<>();
  private final List<Named<Claim>> claims = new ArrayList<>();
  private final Map<PointId, List<Named<OptionId>>> options = new HashMap<>();
  private final List<Named<ActId>> acts = new ArrayList<>();
  private final Map<InstrumentId, List<String>> versions = new HashMap<>();
  private final List<Named<Point>> points = new ArrayList<>();
  private final List<Named<DemandId>> demands = new ArrayList<>();
  private final List<Named<PositionId>> held = new ArrayList<>();
  private final List<Named<StepId>> steps = new ArrayList<>();
  private final List<Named<When>> moments = new ArrayList<>();
  private final IdentityHashMap<List<?>, Map<Visibility, List<?>>> covering =
      new IdentityHashMap<>();

  private Cases(long seed, Size size, int copies) {
    this.random = new Random(seed);
    this.translated = new Random(seed ^ 0x7EA);
    this.acted = new Random(seed ^ 0xAC7);
    this.dated = new Random(seed ^ 0xDA7);
    this.provided = new Random(seed ^ 0x1F);
    this.told = new Random(seed ^ 0x701D);
    this.nested = new Random(seed ^ 0xC4A9);
    this.counted = new Random(seed ^ 0x9A7);
    this.curves = (int) seed;
    this.placed = new Random(seed ^ 0x91ACE);
    this.foretold = new Random(seed ^ 0xF07E);
    this.measured = new Random(seed ^ 0x1D1C);
    this.rounded = new Random(seed ^ 0x20D5);
    this.remarked = new Random(seed ^ 0xC033);
    this.shared = new Random(seed ^ 0x5AED);
    this.size = size;
    this.copies = copies;
  }

  /// A small case with secrets.
  public static Case of(long seed) {
    Random sizes = new Random(seed ^ 0x5EED);
    return of(seed, new Size(2 + sizes.nextInt(5), 1 + sizes.nextInt(8), sizes.nextInt(40), true));
  }

  /// A case of this size.
  public static Case of(long seed, Size size) {
    return new Cases(seed, size, HiddenCopies.SOME).make();
  }

  /// A small case in which every kind of record occurs under every visibility, for the parties `P0`
  /// and `P1` alike, and in which all see enough to bargain about.
  public static Case withEverySecret(long seed) {
    Random sizes = new Random(seed ^ 0x5EC2E7);
    Size size = new Size(3 + sizes.nextInt(2), 3 + sizes.nextInt(3), 8 + sizes.nextInt(12), true);
    return new Cases(seed, size, HiddenCopies.ALL).make();
  }

  private Case make() {
    for (int i = 0; i < size.parties; i++) {
      party(i);
    }
    for (int i = 0; i < 3 + size.claims / 10; i++) {
      source(i);
    }
    for (int i = 0; i < 2 + size.points / 4; i++) {
      place(i);
    }
    for (int i = 0; i < 1 + size.points / 8; i++) {
      instrument(i);
    }
    for (int i = 0; i < size.points; i++) {
      point(i);
    }
    for (int i = 0; i < size.claims; i++) {
      claim(i);
    }
    for (int i = 0; i < 1 + size.points / 2; i++) {
      meeting(i);
    }
    positions();
    baselines();
    linkages();
    List<PartyId> columns =
        chance(2) ? some(parties, new Visibility.Public(), size.parties) : List.of();
    sequence();
    apart(provided, this::provisos);
    CaseInfo info =
        new CaseInfo(
            named("Case " + random.nextInt(1000)),
            maybe(this::words),
            columns,
            maybe(
                () ->
                    new CaseCalendar(
                        ZoneId.of(any(List.of("Europe/Kyiv", "UTC", "+04:00"))),
                        any(CaseCalendar.Rounding.class))),
            maybe(
                () ->
                    new CaseComparison(
                        maybe(() -> any(CaseComparison.SettledPart.class)),
                        maybe(() -> any(CaseComparison.DisputedMatter.class)),
                        maybe(() -> any(CaseComparison.ConcludingParties.class)),
                        maybe(() -> any(CaseComparison.ComparedStage.class)),
                        any(List.of(List.<String>of(), List.of("Ce"), List.of("SsrGua", "StBor"))),
                        maybe(this::words))));
    if (copies == HiddenCopies.ALL || chance(2)) {
      guarantees(info);
    }
    apart(placed, this::located);
    for (int i = 0; i < 2 + size.points / 4; i++) {
      int number = i;
      Visibility visibility =
          i == 0 ? new Visibility.Public() : apart(measured, () -> visibility(number));
      records.add(apart(measured, () -> indicator(number, visibility)));
    }
    apart(this::acts);
    apart(this::approvals);
    apart(this::recesses);
    apart(counted, this::ranges);
    apart(nested, this::bodies);
    apart(foretold, this::forecasts);
    apart(rounded, this::rounds);
    for (int i = 0; i < 1 + size.claims / 20; i++) {
      item(i);
    }
    apart(remarked, this::tasks);
    apart(remarked, this::comments);
    if (size.secrets && size.claims <= MOST_CLAIMS_COPIED) {
      records.addAll(HiddenCopies.of(info, records, random, copies));
    }
    return Case.of(info, records);
  }

  private void place(int i) {
    Visibility visibility = i == 0 ? new Visibility.Public() : apart(placed, () -> visibility(i));
    Place place =
        apart(
            placed,
            () ->
                new Place(
                    new PlaceId("place-" + i),
                    named("Place " + i),
                    maybe(this::words),
                    geometry(),
                    maybe(() -> date(day(random.nextInt(100), 100))),
                    some(sources, visibility, 2),
                    visibility));
    records.add(place);
    places.add(new Named<>(place.id(), visibility));
  }

  private Indicator indicator(int i, Visibility visibility) {
    return new Indicator(
        new IndicatorId("indicator-" + i),
        named("Indicator " + i),
        any(Indicator.Topic.class),
        "units of " + i,
        maybe(() -> random.nextInt(40)),
        some(sources, visibility, 2),
        maybe(
            () ->
                new Indicator.SeriesOrigin(
                    words(), "of " + i, "0123456789abcdef".repeat(4), 1 + i, "none stated")),
        tripwires(),
        series(),
        visibility);
  }

  /// Two rounds of which the first is for all; each with a package, a version of it and a
  /// counter-proposal. Each rule in turn.
  private static Round.Improving improving(int number) {
    return List.of(Round.Improving.values()).get(number % Round.Improving.values().length);
  }

  private boolean rounds() {
    List<Round> made = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Visibility visibility = i == 0 ? new Visibility.Delegations() : visibility();
      List<Point> about =
          visible(points, visibility).stream().filter(each -> !each.heading()).limit(3).toList();
      List<PartyId> answering =
          visible(parties, visibility).stream()
              .filter(each -> visibility.named().size() < 2 || visibility.named().contains(each))
              .toList();
      if (about.isEmpty() || answering.size() < 2) {
        continue;
      }
      boolean closes = chance(2);
      Round round =
          new Round(
              new RoundId("round-" + i),
              named("Round " + i),
              List.copyOf(answering.subList(0, 2)),
              about.stream().map(Point::id).toList(),
              new ZonedMoment("2025-12-0" + (1 + i) + any(List.of("T09:00Z", "T09:00:30+02:00"))),
              closes
                  ? new ZonedMoment(any(List.of("2025-12-20T18:00+02:00", "2031-01-01T00:00Z")))
                  : null,
              closes && chance(2) ? Round.Revealing.CLOSING_HOUR : Round.Revealing.ALL_ANSWERED,
              chance(3) ? List.of() : someOf(List.of(Round.Disclosure.values())),
              improving(about.size() + i),
              visibility);
      made.add(round);
      records.add(round);
    }
    for (Round round : made) {
      tabled(round);
      compared(round);
    }
    if (!made.isEmpty() && made.getFirst().visibility() instanceof Visibility.Delegations) {
      tabledToSome(made.getFirst());
    }
    return true;
  }

  /// A round of three, with a package to each two of them and a counter-proposal to the same.
  private void tabledToSome(Round like) {
    List<PartyId> three = visible(parties, new Visibility.Delegations()).stream().limit(3).toList();
    if (!size.secrets || three.size() < 3) {
      return;
    }
    Round round =
        Rewrite.with(
            Rewrite.with(Rewrite.with(like, "id", new RoundId("round-some")), "parties", three),
            "visibility",
            new Visibility.Delegations());
    records.add(round);
    for (int i = 0; i < 3; i++) {
      Visibility readers = Visibility.of(List.of(three.get(i), three.get((i + 1) % 3)));
      TabledPackageId first = new TabledPackageId("tabled-some-" + i + "-1");
      for (int version = 1; version <= 2; version++) {
        records.add(
            new TabledPackage(
                version == 1 ? first : new TabledPackageId("tabled-some-" + i + "-2"),
                round.id(),
                named("Package to some " + i),
                version,
                version == 1 ? null : first,
                i == 2 ? null : three.get((i + version - 1) % 3),
                round.points().stream().map(each -> provision(each, readers)).toList(),
                new ZonedMoment("2025-12-0" + (2 + version) + "T11:00Z"),
                readers));
      }
    }
  }

  private void tabled(Round round) {
    TabledPackageId first = new TabledPackageId("tabled-" + round.id() + "-1");
    for (int i = 1; i <= 3; i++) {
      records.add(
          new TabledPackage(
              new TabledPackageId("tabled-" + round.id() + "-" + i),
              round.id(),
              named("Package " + i),
              i == 1 ? 1 : 2,
              i == 1 ? null : first,
              i == 3 ? round.parties().getFirst() : null,
              round.points().stream().map(each -> provision(each, round.visibility())).toList(),
              new ZonedMoment("2025-12-0" + (1 + i) + "T10:00Z"),
              round.visibility()));
    }
  }

  /// Comparisons of the packages of a round, told by its first parties.
  private void compared(Round round) {
    for (PartyId party : round.parties().subList(0, 2)) {
      for (Visibility readers :
          List.of(
              new Visibility.Public(),
              new Visibility.Party(party),
              new Visibility.Mediator(),
              new Visibility.Delegations())) {
        if (!round.visibility().covers(readers)) {
          continue;
        }
        List<PairwiseComparison.ComparedTerm> better = new ArrayList<>();
        List<PairwiseComparison.ComparedTerm> worse = new ArrayList<>();
        for (PointId point : round.points()) {
          PairwiseComparison.ComparedTerm one = term(point, readers);
          PairwiseComparison.ComparedTerm other = term(point, readers);
          if (one != null && other != null) {
            better.add(one);
            worse.add(other);
          }
        }
        if (!better.equals(worse)) {
          records.add(
              new PairwiseComparison(
                  new PairwiseComparisonId(
                      "compared-"
                          + round.id()
                          + "-"
                          + party
                          + "-"
                          + readers.getClass().getSimpleName().toLowerCase(Locale.ROOT)),
                  party,
                  better,
                  worse,
                  chance(4),
                  Edtf.of("2025-12-0" + (1 + random.nextInt(4))),
                  readers));
        }
      }
    }
  }

  private PairwiseComparison.@Nullable ComparedTerm term(PointId id, Visibility readers) {
    TabledPackage.TabledProvision some = provision(id, readers);
    return some.option() == null && some.value() == null
        ? null
        : new PairwiseComparison.ComparedTerm(id, some.option(), some.value());
  }

  private TabledPackage.TabledProvision provision(PointId id, Visibility readers) {
    Point point =
        records.stream()
            .filter(each -> each.id().equals(id))
            .map(Point.class::cast)
            .findFirst()
            .orElseThrow();
    Quantity quantity = point.quantity();
    List<OptionId> from =
        point.options().stream()
            .filter(each -> each.visibility().covers(readers))
            .map(Option::id)
            .toList();
    boolean chooses = !from.isEmpty() && !chance(4);
    boolean counts = quantity != null && !chance(4);
    return new TabledPackage.TabledProvision(
        id,
        chooses ? any(from) : null,
        quantity != null && counts ? quantity.at(random.nextInt(2)) : null,
        chooses || counts ? maybe(this::words) : words());
  }

  private List<Indicator.Tripwire> tripwires() {
    Set<Indicator.Tripwire> wires = new LinkedHashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      wires.add(
          new Indicator.Tripwire(
              any(Indicator.CrossingDirection.class), Amount.of(random.nextInt(40) - 10)));
    }
    return List.copyOf(wires);
  }

  private Series series() {
    StringBuilder lines = new StringBuilder();
    String form = any(List.of("2025-%02d-17", "2025-%02d", "20%02d"));
    boolean named = chance(3);
    for (int i = 1; i <= 12; i++) {
      String date = String.format(Locale.ROOT, form, i);
      lines.append(date).append(' ').append(BigDecimal.valueOf(random.nextInt(500) - 50, 1));
      lines.append(named ? " Norway\n" : "\n");
      if (named && chance(2)) {
        lines.append(date).append(" 0.125 Republic of Korea\n");
      }
    }
    return Series.of(lines.toString());
  }

  private Geometry geometry() {
    double west = random.nextInt(300) / 2.0 - 150;
    double south = random.nextInt(100) / 2.0 - 50;
    String line = "[[%s, %s], [%s, %s]]".formatted(west, south, west + 1.5, south + 1);
    String ring =
        "[[%1$s, %2$s], [%3$s, %2$s], [%3$s, %4$s], [%1$s, %2$s]]"
            .formatted(west, south, west + 2, south + 3.25);
    Geometry.Form form = any(Geometry.Form.class);
    String coordinates =
        switch (form) {
          case POINT -> "[" + west + ", " + south + "]";
          case MULTI_POINT, LINE_STRING -> line;
          case MULTI_LINE_STRING -> "[" + line + "]";
          case POLYGON -> "[" + ring + "]";
          case MULTI_POLYGON -> "[[" + ring + "]]";
        };
    return Geometry.of("{\"type\": \"" + form.type() + "\", \"coordinates\": " + coordinates + "}");
  }

  /// Gives points, steps and incidents places of their own.
  private boolean located() {
    records.replaceAll(
        record ->
            switch (record) {
              case Point point -> Rewrite.with(point, "places", somewhere(point));
              case Step step -> Rewrite.with(step, "places", somewhere(step));
              case Incident incident -> Rewrite.with(incident, "places", somewhere(incident));
              default -> record;
            });
    return true;
  }

  private List<PlaceId> somewhere(CaseRecord record) {
    return some(places, record.visibility(), 3);
  }

  private void guarantees(CaseInfo info) {
    Visibility open = new Visibility.Public();
    records.addAll(
        GuaranteeCases.of(
            visible(parties, open).getFirst(),
            visible(parties, open).getLast(),
            steps.getFirst().id,
            points.getFirst().id.id(),
            visible(sources, open).getFirst()));
    records.addAll(GuaranteeCases.random(Case.of(info, records), size.secrets, random));
  }

  private void sequence() {
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      step(i);
    }
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      term(i);
    }
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      demand(i);
    }
  }

  private void step(int i) {
    Visibility visibility = i < 2 ? new Visibility.Public() : visibility();
    Map<PartyId, Long> worth = new HashMap<>();
    some(parties, visibility, 2).forEach(party -> worth.put(party, random.nextLong(100) - 50));
    List<InstrumentId> of = some(instruments, visibility, 1);
    List<Step.Observed> progress = new ArrayList<>();
    for (int k = chance(3) ? 1 + random.nextInt(2) : 0; k > 0; k--) {
      progress.add(
          new Step.Observed(
              apart(() -> chance(8) ? LEAP_DAY : day(random.nextInt(100), 100)),
              any(Step.Level.class),
              some(sources, visibility, 2)));
    }
    Map<String, String> assumed = new HashMap<>();
    for (int k = chance(3) ? 1 + random.nextInt(2) : 0; k > 0; k--) {
      assumed.put(any(List.of("worth", "duration")), "An illustration of " + words());
    }
    Step step =
        new Step(
            new StepId("step-" + i),
            named("Step " + words()),
            of.isEmpty() ? null : of.getFirst(),
            maybe(() -> any(InstrumentStatus.class)),
            some(parties, visibility, 2),
            some(parties, visibility, 2),
            maybe(() -> duration(visibility)),
            maybe(() -> chance(2) ? Edtf.of(START) : date(day(random.nextInt(110), 100))),
            chance(2),
            worth,
            progress,
            List.of(),
            List.of("Ce", "SsrFf").subList(0, i % 3),
            some(sources, visibility, 2),
            assumed,
            visibility);
    records.add(step);
    covering.remove(steps);
    covering.remove(moments);
    steps.add(new Named<>(step.id(), visibility));
    moments.add(new Named<>(step.id(), visibility));
  }

  private Step.Duration duration(Visibility visibility) {
    return switch (random.nextInt(3)) {
      case 0 -> duration(Period.ofDays(3), Period.ofDays(10), Period.ofMonths(2), visibility);
      case 1 -> duration(Period.ZERO, Period.ofDays(5), Period.ofDays(10), visibility);
      default -> duration(Period.ofMonths(1), Period.ofMonths(3), Period.ofYears(1), visibility);
    };
  }

  /// A likely length has a source.
  private Step.Duration duration(Period least, Period likely, Period most, Visibility visibility) {
    boolean contingent = chance(2);
    List<SourceId> from = aside(() -> chance(2) ? some(sources, visibility, 2) : List.of());
    return new Step.Duration(least, from.isEmpty() ? null : likely, most, contingent, from);
  }

  private void term(int i) {
    Visibility visibility = visibility(i);
    List<StepId> meant = visible(steps, visibility);
    List<Term.Reading> readings = new ArrayList<>();
    readings.add(new Term.Reading("first", meant.getFirst(), several(claims(visibility))));
    if (!chance(3)) {
      readings.add(new Term.Reading("last", meant.getLast(), several(claims(visibility))));
    }
    Term term = new Term(new TermId("term-" + i), "Term " + words(), readings, visibility);
    records.add(term);
    covering.remove(moments);
    moments.add(new Named<>(term.id(), visibility));
  }

  private void demand(int i) {
    Visibility visibility = visibility(i);
    List<ClaimId> rests = several(claims(visibility));
    List<PointId> says =
        some(points, visibility, chance(2) ? 2 : 0).stream().map(Point::id).toList();
    List<Demand.Timing> all = timings(visibility);
    List<Demand.Timing> any = all.isEmpty() || chance(2) ? timings(visibility) : List.of();
    records.add(
        new Demand(
            new DemandId("demand-" + i),
            "Demand " + words(),
            some(parties, visibility, 2),
            rests,
            says,
            apart(() -> maybe(() -> Edtf.of("2026-01"))),
            apart(() -> chance(2) ? some(demands, visibility, 3) : List.of()),
            all,
            all.isEmpty() && any.isEmpty() ? List.of(timing(visibility)) : any,
            (rests.isEmpty() && says.isEmpty()) || chance(2),
            visibility));
    demands.add(new Named<>(new DemandId("demand-" + i), visibility));
  }

  private List<Demand.Timing> timings(Visibility visibility) {
    List<Demand.Timing> timings = new ArrayList<>();
    for (int k = random.nextInt(3); k > 0; k--) {
      timings.add(timing(visibility));
    }
    return timings;
  }

  private Demand.Timing timing(Visibility visibility) {
    When step = any(visible(moments, visibility));
    When of = any(visible(moments, visibility));
    StepId alone = any(visible(steps, visibility));
    return switch (random.nextInt(7)) {
      case 0 ->
          new Demand.Timing.After(
              step, of, maybe(() -> Period.ofDays(60)), maybe(() -> Period.ofYears(1)));
      case 1 -> new Demand.Timing.Once(step, of);
      case 2 -> new Demand.Timing.Together(step, of);
      case 3 -> new Demand.Timing.NotBefore(step, Edtf.of(START));
      case 4 -> new Demand.Timing.By(step, Edtf.of(any(List.of("2027-03", "2025-06-30"))));
      case 5 -> new Demand.Timing.ToBeDetermined(alone, "a group");
      default -> new Demand.Timing.Escalated(alone, "the leaders");
    };
  }

  /// Draws something without changing what is drawn after it.
  private <T> T apart(Supplier<T> made) {
    return apart(acted, made);
  }

  private <T> T aside(Supplier<T> made) {
    return apart(told, made);
  }

  private <T> T apart(Random from, Supplier<T> made) {
    Random before = random;
    random = from;
    try {
      return made.get();
    } finally {
      random = before;
    }
  }

  /// Gives signing rules their approvals, once options and claims are there.
  private boolean approvals() {
    records.replaceAll(
        record ->
            record instanceof Instrument instrument && instrument.signing() != null && !chance(3)
                ? Rewrite.with(instrument, "signing", approvals(instrument))
                : record);
    return true;
  }

  private Signing approvals(Instrument instrument) {
    Visibility visibility = instrument.visibility();
    Signing signing = Objects.requireNonNull(instrument.signing());
    List<ApprovalStage> stages = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      List<ApprovalWay> ways = new ArrayList<>();
      for (int k = 1 + random.nextInt(2); k > 0; k--) {
        List<Approval> needed = new ArrayList<>();
        for (int n = 1 + random.nextInt(2); n > 0; n--) {
          needed.add(approval(visibility));
        }
        ways.add(new ApprovalWay(someOptions(visibility), needed));
      }
      stages.add(new ApprovalStage(named("Stage " + i), ways));
    }
    return new Signing(signing.atLeast(), signing.always(), stages, some(sources, visibility, 2));
  }

  private List<OptionId> someOptions(Visibility visibility) {
    List<OptionId> chosen = new ArrayList<>();
    int most = random.nextInt(5);
    for (List<Named<OptionId>> ways : options.values()) {
      visible(ways, visibility).stream().limit(most - chosen.size()).forEach(chosen::add);
    }
    return chosen;
  }

  private Approval approval(Visibility visibility) {
    PartyId by = any(visible(parties, visibility));
    if (chance(3)) {
      return new Approval(by, null, List.of(), List.of());
    }
    VoteRule rule = voteRule();
    boolean isOfBlocs = chance(2);
    List<Approval.Bloc> blocs = new ArrayList<>();
    List<Approval.ExpectedVote> expected = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      if (isOfBlocs) {
        blocs.add(
            new Approval.Bloc(
                any(visible(parties, visibility)),
                1 + random.nextInt(40),
                maybe(this::percents),
                chance(2) ? null : words(),
                some(sources, visibility, 2)));
      } else {
        expected.add(
            new Approval.ExpectedVote(
                someOptions(visibility),
                percents(),
                maybe(this::percents),
                maybe(() -> Edtf.of(day(random.nextInt(100), 100))),
                maybe(this::words),
                some(sources, visibility, 2)));
      }
    }
    blocs.replaceAll(
        each ->
            each.favour() != null && each.source().isEmpty() && each.assumed() == null
                ? new Approval.Bloc(
                    each.party(), each.seats(), each.favour(), "Assumed", each.source())
                : each);
    expected.replaceAll(
        each ->
            each.source().isEmpty() && each.assumed() == null
                ? Rewrite.with(each, "assumed", "Assumed")
                : each);
    return new Approval(by, rule, blocs, expected);
  }

  private VoteRule voteRule() {
    return new VoteRule(
        maybe(() -> any(Majority.class)),
        maybe(this::threshold),
        maybe(this::threshold),
        maybe(this::threshold));
  }

  private Threshold threshold() {
    return new Threshold(any(List.of("13 %", "12.5 %", "2 of 3")));
  }

  private PercentRange percents() {
    int least = random.nextInt(101);
    return new PercentRange(
        chance(3) ? "" + least : least + ".." + (least + random.nextInt(101 - least)));
  }

  /// Bodies do not sit all year, once there are sources of that.
  private boolean recesses() {
    records.replaceAll(
        record ->
            record instanceof Party party && party.kind() == PartyKind.BODY
                ? Rewrite.with(party, "recesses", recesses(party))
                : record);
    return true;
  }

  private List<Recess> recesses(Party party) {
    List<Recess> recesses = new ArrayList<>();
    for (int k = random.nextInt(3); k > 0; k--) {
      List<SourceId> reported = List.copyOf(some(sources, party.visibility(), 2));
      if (!reported.isEmpty()) {
        LocalDate from = START.plusDays(random.nextInt(900));
        LocalDate to = from.plusDays(random.nextInt(90));
        recesses.add(new Recess(from, to, maybe(() -> to.plusYears(2)), reported));
      }
    }
    return recesses;
  }

  private boolean acts() {
    for (int i = 0; i < 3 + size.points; i++) {
      act(i);
    }
    for (int i = 0; i < 1 + size.points / 4; i++) {
      claimOfAct(i);
    }
    return true;
  }

  private void act(int i) {
    Visibility visibility = visibility(i);
    ActKind kind = any(ActKind.class);
    List<ActSubject> of = new ArrayList<>(some(instruments, visibility, 2));
    if (of.isEmpty() || chance(3)) {
      of.addAll(some(points, visibility, 2).stream().map(Point::id).toList());
    }
    if (of.isEmpty() || kind.isOfImplementation()) {
      of.addAll(some(steps, visibility, 2));
    }
    List<GuaranteeId> duties =
        records.stream()
            .filter(each -> each instanceof Guarantee && each.visibility().covers(visibility))
            .map(each -> (GuaranteeId) each.id())
            .toList();
    boolean isOfDuty = kind.isOfImplementation() && !duties.isEmpty() && chance(2);
    if (isOfDuty) {
      of.add(any(duties));
    }
    if (of.isEmpty()) {
      of.add(any(visible(instruments, visibility)));
    }
    boolean corrects = chance(4) && !visible(acts, visibility).isEmpty();
    LocalDate day = day(i, 4 + size.points);
    boolean isShared = kind.hasShare() && chance(2);
    Act act =
        new Act(
            new ActId("act-" + i),
            kind,
            date(day),
            corrects ? Edtf.of("2029-01-01") : chance(4) ? Edtf.of(day.plusDays(800)) : null,
            some(parties, visibility, 3),
            of,
            version(of),
            kind == ActKind.PUT_TO_VOTE ? vote() : kind.hasVote() ? maybe(this::vote) : null,
            isShared ? new Share(any(List.of("40 %", "3 of 8", "nearly all"))) : null,
            isShared ? maybe(() -> "weapons") : null,
            kind == ActKind.BREACHED ? some(parties, visibility, 2) : List.of(),
            kind == ActKind.EXTENDED ? maybe(() -> Edtf.of("2027-03-31")) : null,
            isOfDuty ? incident(visibility) : null,
            isOfDuty ? maybe(() -> "consult") : null,
            maybe(() -> named("Done " + i)),
            maybe(this::words),
            someOf(visible(sources, visibility)),
            corrects ? someOf(visible(acts, visibility)) : List.of(),
            visibility);
    records.add(act);
    covering.remove(acts);
    acts.add(new Named<>(act.id(), visibility));
  }

  private @Nullable IncidentId incident(Visibility visibility) {
    List<IncidentId> incidents =
        records.stream()
            .filter(each -> each instanceof Incident && each.visibility().covers(visibility))
            .map(each -> (IncidentId) each.id())
            .toList();
    return incidents.isEmpty() ? null : maybe(() -> any(incidents));
  }

  private <T> List<T> someOf(List<T> from) {
    Set<T> chosen = new LinkedHashSet<>(List.of(any(from)));
    chosen.add(any(from));
    return List.copyOf(chosen);
  }

  /// A version that all of these instruments and points have.
  private @Nullable String version(List<ActSubject> of) {
    Set<String> all = new LinkedHashSet<>(List.of("v1", "v2"));
    for (ActSubject each : of) {
      switch (each) {
        case InstrumentId id -> all.retainAll(versions.getOrDefault(id, List.of()));
        case PointId id ->
            all.retainAll(
                versions.getOrDefault(
                    points.stream()
                        .map(Named::id)
                        .filter(point -> point.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .instrument(),
                    List.of()));
        default -> {}
      }
    }
    return all.isEmpty() || chance(2) ? null : any(List.copyOf(all));
  }

  private Ballot vote() {
    Long inFavour = maybe(() -> random.nextLong(1000));
    return new Ballot(
        "Whether " + words(),
        maybe(() -> "members"),
        inFavour,
        maybe(() -> random.nextLong(1000)),
        maybe(() -> random.nextLong(100)),
        maybe(() -> 3000 + random.nextLong(1000)),
        maybe(() -> "a majority"),
        maybe(this::voteRule),
        any(Ballot.Result.class));
  }

  /// A claim that confirms or denies an act.
  private void claimOfAct(int i) {
    Visibility visibility = visibility(i);
    ActId act = any(visible(acts, visibility));
    records.add(
        new Claim(
            new ClaimId("said-of-act-" + i),
            "Speaker " + random.nextInt(20),
            null,
            any(visible(parties, visibility)),
            Edtf.of(day(random.nextInt(9), 9)),
            null,
            Claim.Channel.PUBLIC,
            List.of(any(visible(sources, visibility))),
            null,
            words() + ".",
            List.of(act),
            List.of(),
            any(List.of(new Assertion.Confirmed(), new Assertion.Denied(), new Assertion.States())),
            List.of(),
            List.of(),
            List.of(),
            visibility));
  }

  // chance

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <E extends Enum<E>> E any(Class<E> type) {
    return any(List.of(type.getEnumConstants()));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return chance(2) ? value.get() : null;
  }

  /// A name that carries translations at times; drawn apart, so that all else is drawn as without.
  private LocalizedText named(String text) {
    List<String> tags = new ArrayList<>(List.of("en", "fr", "uk", "zh-Hans", "sr-Latn"));
    Collections.shuffle(tags, translated);
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = translated.nextInt(7) - 3; i > 0; i--) {
      texts.put(
          tags.get(i), texts.isEmpty() ? text : ODD.get(translated.nextInt(ODD.size())) + " " + i);
    }
    return texts.isEmpty() ? LocalizedText.of(text) : LocalizedText.of(texts);
  }

  private String words() {
    String words = any(ODD);
    return chance(2) ? "Words " + random.nextInt(1000) : words;
  }

  /// The visibility of the record of a kind with this number; the first is public.
  private Visibility visibility(int i) {
    return i == 0 ? new Visibility.Public() : visibility();
  }

  private Visibility visibility() {
    if (!size.secrets || !chance(3)) {
      return new Visibility.Public();
    }
    return switch (random.nextInt(3)) {
      case 0 -> new Visibility.Delegations();
      case 1 -> new Visibility.Mediator();
      default -> {
        // whoever may read the record may read the name of the party it is for
        PartyId id = new PartyId("P" + random.nextInt(2));
        yield parties.size() < 2
            ? new Visibility.Public()
            : shared.nextInt(3) == 0 ? withAnother(id) : new Visibility.Party(id);
      }
    };
  }

  /// A party with another, whose name all delegations may read.
  private Visibility withAnother(PartyId id) {
    List<PartyId> others = new ArrayList<>(visible(parties, new Visibility.Delegations()));
    others.remove(id);
    return Visibility.of(List.of(id, others.get(shared.nextInt(others.size()))));
  }

  /// The narrower of the visibility of a record and that of a part of it.
  private static Visibility within(Visibility outer, Visibility inner) {
    return outer.and(inner);
  }

  @SuppressWarnings("unchecked") // a list of T is remembered under the list it was drawn from
  private <T> List<T> visible(List<Named<T>> list, Visibility to) {
    return (List<T>)
        covering
            .computeIfAbsent(list, _ -> new HashMap<>())
            .computeIfAbsent(
                to,
                _ -> list.stream().filter(n -> n.visibility.covers(to)).map(Named::id).toList());
  }

  private <T> List<T> some(List<Named<T>> list, Visibility to, int most) {
    List<T> from = visible(list, to);
    Set<T> chosen = new LinkedHashSet<>();
    for (int i = random.nextInt(most + 1); i > 0 && !from.isEmpty(); i--) {
      chosen.add(any(from));
    }
    return List.copyOf(chosen);
  }

  /// The days in order, one after another; those next to it become the last day of a month of 31
  /// days, or the leap day.
  private static LocalDate day(int index, int of) {
    LocalDate day = START.plusDays((long) index * DAYS / Math.max(1, of));
    LocalDate last = day.withDayOfMonth(day.lengthOfMonth());
    boolean isOdd = last.getDayOfMonth() == 31 || last.getDayOfMonth() == 29;
    return isOdd && day.plusDays(4).isAfter(last) ? last : day;
  }

  private Edtf date(LocalDate day) {
    String month = day.toString().substring(0, 7);
    return switch (random.nextInt(24)) {
      case 0, 1 -> Edtf.of(month);
      case 2, 3 -> Edtf.of(day + "T13:30-05:00");
      case 4, 5 -> Edtf.of(day + "~");
      case 6, 7 -> Edtf.of(day + "/" + day.plusMonths(2).toString().substring(0, 7) + "?");
      case 8 -> Edtf.of(day + "T23:59:59Z");
      case 9 -> Edtf.of(month + "-XX");
      case 10 -> Edtf.of("../" + day);
      case 11 -> Edtf.of(month + "/..");
      case 12 -> Edtf.of(day.getYear() + "-2" + (1 + random.nextInt(4)));
      case 13 -> Edtf.of(day.getYear() + "%");
      default -> Edtf.of(day);
    };
  }

  // records

  private void party(int i) {
    Visibility visibility = i < 2 ? new Visibility.Public() : visibility();
    PartyKind kind = any(PartyKind.class);
    boolean joint = kind != PartyKind.STATE && kind != PartyKind.ARMED_GROUP;
    Party party =
        new Party(
            new PartyId("P" + i),
            named("Party " + i),
            maybe(() -> named("P." + random.nextInt(100))),
            kind,
            joint ? some(parties, visibility, 3) : List.of(),
            List.of(),
            List.of(),
            chance(3) ? any(List.of("UKR", "ARM", "AZE", "FRA")) : null,
            roles(),
            List.of(),
            visibility);
    covering.remove(parties);
    records.add(party);
    parties.add(new Named<>(party.id(), visibility));
  }

  /// Gives bodies their mandates and members, once points and sources are there.
  private boolean bodies() {
    records.replaceAll(
        record ->
            record instanceof Party party
                    && party.kind() != PartyKind.STATE
                    && party.kind() != PartyKind.ARMED_GROUP
                ? Rewrite.with(
                    Rewrite.with(party, "mandates", mandates(party.visibility())),
                    "memberships",
                    memberships(party))
                : record);
    return true;
  }

  private List<Mandate> mandates(Visibility visibility) {
    List<Mandate> mandates = new ArrayList<>();
    for (int k = random.nextInt(3); k > 0; k--) {
      mandates.add(
          new Mandate(
              named("To watch " + words()),
              some(points, visibility, 2).stream().map(Point::id).toList(),
              maybe(() -> Edtf.of("2024-0" + (1 + random.nextInt(5)))),
              maybe(() -> Edtf.of("2025-0" + (1 + random.nextInt(5)))),
              some(sources, visibility, 2)));
    }
    return mandates;
  }

  /// Those who sit in a body were drawn before it, so that no circle arises.
  private List<Membership> memberships(Party body) {
    List<PartyId> earlier =
        parties.stream()
            .takeWhile(each -> !each.id().equals(body.id()))
            .filter(each -> each.visibility().covers(body.visibility()))
            .map(Named::id)
            .toList();
    List<Membership> memberships = new ArrayList<>();
    for (int k = random.nextInt(3); k > 0; k--) {
      PartyId party = earlier.isEmpty() ? null : maybe(() -> any(earlier));
      memberships.add(
          new Membership(
              party,
              party == null || chance(2) ? "Person " + random.nextInt(20) : null,
              maybe(() -> 1 + random.nextInt(40)),
              maybe(() -> Edtf.of("2024-0" + (1 + random.nextInt(5)))),
              maybe(() -> Edtf.of("2025-0" + (1 + random.nextInt(5)))),
              some(sources, body.visibility(), 2)));
    }
    return memberships;
  }

  private List<PartyRole> roles() {
    Set<PartyRole> roles = new LinkedHashSet<>();
    for (int k = random.nextInt(3); k > 0; k--) {
      roles.add(any(PartyRole.class));
    }
    return List.copyOf(roles);
  }

  private void instrument(int i) {
    Visibility visibility = visibility(i);
    List<InstrumentEvent> events = new ArrayList<>();
    for (int k = random.nextInt(3); k > 0; k--) {
      LocalDate day = day(random.nextInt(100), 100);
      events.add(
          new InstrumentEvent(
              any(InstrumentStatus.class),
              Edtf.of(day),
              some(parties, visibility, 2),
              chance(2),
              maybe(() -> Edtf.of(day.plusDays(3))),
              some(sources, visibility, 2)));
    }
    List<InstrumentId> above = some(instruments, visibility, 1);
    List<PartyId> signatories =
        i == 0 && copies == HiddenCopies.ALL
            ? visible(parties, visibility)
            : some(parties, visibility, size.parties);
    Instrument instrument =
        new Instrument(
            new InstrumentId("i" + i),
            named("Instrument " + i),
            apart(() -> maybe(() -> named("I." + i))),
            maybe(this::words),
            any(InstrumentKind.class),
            above.isEmpty() ? null : above.getFirst(),
            signatories,
            signatories.isEmpty() || chance(2)
                ? null
                : Signing.of(
                    maybe(() -> 1 + random.nextInt(signatories.size())),
                    signatories.subList(0, random.nextInt(Math.min(3, 1 + signatories.size())))),
            any(PackageRule.class),
            events,
            apart(() -> maybe(() -> Edtf.of(day(i, 100)))),
            apart(() -> versions(i, visibility)),
            some(sources, visibility, 2),
            visibility);
    covering.remove(instruments);
    records.add(instrument);
    instruments.add(new Named<>(instrument.id(), visibility));
    subjects.add(new Named<>(instrument.id(), visibility));
  }

  private List<InstrumentVersion> versions(int i, Visibility visibility) {
    List<InstrumentVersion> made = new ArrayList<>();
    int count = random.nextInt(3);
    for (int k = 1; k <= count; k++) {
      LocalDate day = day(k * 30, 100);
      made.add(
          new InstrumentVersion(
              "v" + k,
              Edtf.of(day),
              maybe(() -> Edtf.of(day.plusDays(2))),
              maybe(() -> named("Version")),
              maybe(() -> "Article 1\n\nThe parties agree on " + day + "."),
              k == 1 ? null : "en",
              List.of(
                      new AuthenticText("fr", "Article 1\n\n" + day),
                      new AuthenticText("uk", "Стаття 1\n\n" + day))
                  .subList(0, (i + k) % 3),
              some(sources, visibility, 2)));
    }
    versions.put(new InstrumentId("i" + i), made.stream().map(InstrumentVersion::version).toList());
    return made;
  }

  private void source(int i) {
    Visibility visibility = visibility(i);
    List<SourceId> relayed = i < RECENT ? some(sources, visibility, 1) : List.of();
    Source source =
        new Source(
            new SourceId("s" + i),
            "Publisher " + random.nextInt(9),
            named("Report: " + i),
            maybe(() -> "https://example.org/" + random.nextInt(100)),
            date(day(i, 3 + size.claims / 10)),
            any(List.of("en", "uk", "ru", "hy-AM")),
            any(Reliability.class),
            relayed.isEmpty() ? null : relayed.getFirst(),
            any(SourceKind.class),
            maybe(this::words),
            visibility);
    covering.remove(sources);
    records.add(source);
    sources.add(new Named<>(source.id(), visibility));
  }

  private void point(int i) {
    Visibility visibility = visibility(isOpen(i) ? 0 : i);
    PointId id = new PointId("p" + i);
    List<Component> components = new ArrayList<>();
    List<Option> ways = new ArrayList<>();
    List<TextVersion> texts = new ArrayList<>();
    List<Named<OptionId>> named = new ArrayList<>();
    subjects.add(new Named<>(id, visibility));
    for (int k = random.nextInt(3); k > 0; k--) {
      Component part =
          new Component(new ComponentId("p" + i + "-c" + k), named("Part " + k), visibility());
      components.add(part);
      subjects.add(new Named<>(part.id(), within(visibility, part.visibility())));
    }
    for (int k = random.nextInt(4) + (isOpen(i) ? 2 : 0); k > 0; k--) {
      Visibility own = visibility(isOpen(i) && k <= 2 ? 0 : k);
      Visibility all = within(visibility, own);
      OptionId option = new OptionId("p" + i + "-o" + k);
      ways.add(
          new Option(
              option,
              named("Way " + k),
              maybe(this::words),
              apart(() -> List.of("SsrFf", "StBor").subList(0, random.nextInt(3))),
              some(parties, all, 2),
              some(sources, all, 2),
              own));
      named.add(new Named<>(option, all));
    }
    for (int k = random.nextInt(3) + (isOpen(i) ? 2 : 0); k > 0; k--) {
      texts.add(text(k, visibility, visibility(isOpen(i) && k <= 2 ? 0 : k)));
    }
    String number = (i + 1) + (chance(4) ? "(a)" : "");
    String summary = maybe(this::words);
    InstrumentId instrument = any(visible(instruments, visibility));
    PointId chapter = apart(nested, () -> chapter(instrument, visibility));
    Integer order = apart(nested, () -> maybe(() -> random.nextInt(3)));
    boolean heading = apart(nested, () -> ways.isEmpty() && chance(3));
    Quantity quantity =
        ways.isEmpty() && !heading ? apart(counted, () -> chance(4) ? null : quantity()) : null;
    Point point =
        new Point(
            id,
            number,
            named("Point " + i),
            summary,
            instrument,
            chapter,
            order,
            heading,
            any(Point.Content.class),
            List.of("SsrGua", "Ce").subList(0, random.nextInt(3)),
            maybe(() -> 1 + random.nextInt(9)),
            components,
            ways,
            quantity,
            texts,
            apart(() -> inVersions(instrument)),
            List.of(),
            some(sources, visibility, 2),
            visibility);
    records.add(point);
    points.add(new Named<>(point, visibility));
    options.put(id, named);
  }

  private Quantity quantity() {
    BigDecimal step = new BigDecimal(any(List.of("1", "0.5", "2500")));
    BigDecimal least = step.multiply(BigDecimal.valueOf(random.nextInt(9) - 4));
    BigDecimal most = least.add(step.multiply(BigDecimal.valueOf(1 + random.nextInt(40))));
    return new Quantity(named("troops"), Amount.of(least), Amount.of(most), Amount.of(step));
  }

  /// Positions of all parties on the points settled by a number.
  private List<CaseRecord> ranges() {
    Set<String> taken = new HashSet<>();
    for (CaseRecord each : records) {
      if (each instanceof Position position) {
        taken.add(position.party() + " " + position.point());
      }
    }
    for (Named<Point> each : points) {
      Quantity quantity = each.id.quantity();
      if (quantity == null) {
        continue;
      }
      for (PartyId party : visible(parties, each.visibility)) {
        if (taken.add(party + " " + each.id.id())) {
          records.add(
              new Position(
                  new PositionId("q-" + each.id.id() + "-" + party),
                  party,
                  each.id.id(),
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  Map.of(),
                  Map.of(),
                  range(quantity, false),
                  List.of(),
                  List.of(),
                  true,
                  List.of(),
                  each.visibility));
        }
      }
    }
    return records;
  }

  /// Values of a quantity that a party accepts.
  ///
  /// @param isWeighed whether the point has a rank or a weight
  private AcceptedRange range(Quantity quantity, boolean isWeighed) {
    int last = quantity.values().intValueExact() - 1;
    int from = random.nextInt(last + 1);
    int to = from + random.nextInt(last - from + 1);
    int peak = from + random.nextInt(to - from + 1);
    WorthCurve worth =
        switch (curves++ % (isWeighed ? 4 : 6)) {
          case 0 -> new WorthCurve.Rises();
          case 1 -> new WorthCurve.Falls();
          case 2 -> new WorthCurve.Peaks(quantity.at(peak));
          case 3 -> null;
          default ->
              new WorthCurve.Through(Map.of(quantity.at(0), worth(), quantity.at(last), worth()));
        };
    return new AcceptedRange(maybe(() -> quantity.at(from)), maybe(() -> quantity.at(to)), worth);
  }

  private @Nullable PointId chapter(InstrumentId instrument, Visibility visibility) {
    List<PointId> chapters =
        points.stream()
            .filter(each -> each.visibility().covers(visibility))
            .map(Named::id)
            .filter(each -> each.instrument().equals(instrument))
            .map(Point::id)
            .toList();
    return chapters.isEmpty() ? null : maybe(() -> any(chapters));
  }

  private List<String> inVersions(InstrumentId instrument) {
    List<String> all = versions.getOrDefault(instrument, List.of());
    return all.subList(all.isEmpty() ? 0 : random.nextInt(all.size() + 1), all.size());
  }

  /// Whether all have to see options and texts of a point, so that they have something to bargain
  /// about and to tie.
  private boolean isOpen(int i) {
    return i < 2 && copies == HiddenCopies.ALL;
  }

  private TextVersion text(int version, Visibility outer, Visibility own) {
    Visibility all = within(outer, own);
    List<Segment> segments = new ArrayList<>(List.of(new Segment.Plain(words())));
    for (int k = random.nextInt(3); k > 0; k--) {
      Segment.Alternative words = new Segment.Alternative(some(parties, all, 2), words(), false);
      segments.add(
          new Segment.Bracket(
              maybe(this::words),
              chance(3)
                  ? List.of(words)
                  : List.of(words, new Segment.Alternative(some(parties, all, 2), null, true))));
      segments.add(new Segment.Plain(words()));
    }
    return new TextVersion(
        "v" + version,
        date(day(version, 9)),
        any(TextStatus.class),
        segments,
        aside(() -> maybe(() -> any(List.of("en", "es", "uk", "pt-BR")))),
        some(sources, all, 2),
        own);
  }

  private void claim(int i) {
    Visibility visibility = visibility(i);
    PartyId party = any(visible(parties, visibility));
    LocalDate said = day(i, size.claims);
    List<Subject> about = new ArrayList<>(some(subjects, visibility, 3));
    if (about.isEmpty()) {
      about.add(new Subject.Whole());
    }
    List<SourceId> from = new ArrayList<>(some(sources, visibility, 2));
    if (from.isEmpty()) {
      from.add(any(visible(sources, visibility)));
    }
    List<PartyId> between = some(parties, visibility, 3);
    boolean quoted = chance(2);
    Claim claim =
        new Claim(
            new ClaimId("c" + i),
            "Speaker " + random.nextInt(20),
            maybe(() -> "minister"),
            party,
            aside(() -> chance(6) ? others(party, visibility) : List.of()),
            chance(10) ? Edtf.of(said.toString().substring(0, 7)) : Edtf.of(said),
            chance(5) ? Edtf.of(said.plusDays(40)) : null,
            any(Claim.Channel.class),
            from,
            aside(() -> maybe(() -> any(Confidence.class))),
            quoted ? named("Quoted words " + random.nextInt(99)) : null,
            quoted && chance(2) ? null : "Restated. " + words(),
            about,
            between.size() == 1 ? List.of() : between,
            assertion(about, visibility),
            earlier(visibility, null),
            ofItself(earlier(visibility, party)),
            earlier(visibility, null),
            visibility);
    records.add(claim);
    claims.add(new Named<>(claim, visibility));
  }

  /// Those of one party alone: a joint statement is not for one of its parties to take back.
  private List<ClaimId> ofItself(List<ClaimId> earlier) {
    return earlier.stream()
        .filter(
            id ->
                claims.stream()
                    .map(Named::id)
                    .noneMatch(each -> each.id().equals(id) && !each.jointly().isEmpty()))
        .toList();
  }

  /// Sometimes recent claims that may be referred to.
  private List<ClaimId> earlier(Visibility to, @Nullable PartyId by) {
    return chance(6)
        ? several(claims(to).filter(each -> by == null || each.party().equals(by)))
        : List.of();
  }

  /// The recent claims that may be referred to.
  private Stream<Claim> claims(Visibility to) {
    return claims.subList(Math.max(0, claims.size() - RECENT), claims.size()).stream()
        .filter(each -> each.visibility.covers(to))
        .map(Named::id);
  }

  /// One or two of these claims; none where there are none.
  private List<ClaimId> several(Stream<Claim> of) {
    List<ClaimId> from = of.map(Claim::id).toList();
    Set<ClaimId> chosen = new LinkedHashSet<>();
    for (int k = from.isEmpty() ? 0 : 1 + random.nextInt(2); k > 0; k--) {
      chosen.add(any(from));
    }
    return List.copyOf(chosen);
  }

  private Assertion assertion(List<Subject> about, Visibility to) {
    List<Named<OptionId>> ways = new ArrayList<>();
    about.forEach(subject -> ways.addAll(options.getOrDefault(subject, List.of())));
    ways.removeIf(way -> !way.visibility.covers(to));
    Assertion usual =
        switch (random.nextInt(11)) {
          case 0 -> new Assertion.AdReferendum();
          case 1 -> new Assertion.Conditional(words().strip() + ".");
          case 2 -> new Assertion.Open();
          case 3 -> new Assertion.Rejected();
          case 4 -> new Assertion.Received();
          case 5 -> new Assertion.NotReceived();
          case 6 -> ways.isEmpty() ? new Assertion.States() : new Assertion.Prefers(any(ways).id());
          case 7 -> share(any(List.of("90 %", "95.5 %", "18 of 20", "almost")));
          case 8 -> new Assertion.Expects(any(InstrumentStatus.class), Edtf.of("2026-01/2026-03~"));
          case 9 -> new Assertion.States();
          default -> new Assertion.Agreed();
        };
    if (aside(() -> chance(6))) {
      return ways.isEmpty() || aside(() -> chance(2))
          ? new Assertion.Implemented(
              new Share(aside(() -> any(List.of("61 %", "3 of 4", "mostly")))))
          : new Assertion.Refuses(aside(() -> any(ways)).id());
    }
    return usual;
  }

  private static Assertion share(String said) {
    Share share = new Share(said);
    return switch (said) {
      case "18 of 20" -> new Assertion.Implemented(share);
      case "95.5 %" -> new Assertion.Measured(share, "the weapons");
      default -> new Assertion.Complete(share);
    };
  }

  private void meeting(int i) {
    Visibility visibility = visibility(i);
    records.add(
        new Meeting(
            new MeetingId("m" + i),
            named("Meeting " + i),
            date(day(i, 1 + size.points)),
            maybe(() -> "Paris"),
            any(MeetingFormat.class),
            some(parties, visibility, size.parties),
            aside(() -> roles(visibility)),
            List.of("A. Person", "B: Person").subList(0, random.nextInt(3)),
            maybe(() -> Edtf.of("2025-12")),
            maybe(this::words),
            some(sources, visibility, 2),
            visibility));
  }

  private List<MeetingPart> roles(Visibility visibility) {
    return some(parties, visibility, 2).stream()
        .map(party -> new MeetingPart(party, any(MeetingRole.class)))
        .toList();
  }

  private List<PartyId> others(PartyId party, Visibility visibility) {
    return some(parties, visibility, 2).stream().filter(each -> !each.equals(party)).toList();
  }

  /// Forecasts on few questions, so that several are on one; some sealed, some of these opened.
  private boolean forecasts() {
    for (int i = 0; i < 2 + size.claims / 10; i++) {
      Visibility visibility = visibility(i);
      LocalDate until = day(60 + 10 * random.nextInt(4), 100);
      LocalDate closes = until.minusDays(30);
      Edtf made = date(day(random.nextInt(20), 100));
      String forecaster = "Analyst " + random.nextInt(4);
      Probability chance = new Probability(any(List.of("35 %", "0 %", "62.5 %", "1/3", "100 %")));
      boolean isSealed = chance(4);
      boolean isOpened = isSealed && chance(2);
      String key = "key " + random.nextInt(1000);
      ForecastEvent event = any(ForecastEvent.class);
      boolean isOneEnough = chance(3) && !event.isWay();
      List<? extends ForecastSubject> about =
          switch (event) {
            case DONE -> some(steps, visibility, 2);
            case AGREED -> some(points, visibility, 2).stream().map(Point::id).toList();
            default -> some(instruments, visibility, 2);
          };
      boolean isOfNothing = event == ForecastEvent.DONE || event == ForecastEvent.AGREED;
      if ((event == ForecastEvent.SIGNED_IN_PART && about.size() == 1)
          || (isOfNothing && about.isEmpty())) {
        event = ForecastEvent.PROLONGED;
        isOneEnough = false;
      }
      records.add(
          new Forecast(
              new ForecastId("forecast-" + i),
              forecaster,
              event,
              List.copyOf(about),
              isOneEnough,
              Edtf.of(until),
              made.latestDay().isAfter(closes) ? Edtf.of(START) : made,
              maybe(() -> Edtf.of(closes)),
              isSealed && !isOpened ? null : chance,
              isSealed ? Seal.of(forecaster, chance, key) : null,
              isOpened ? key : null,
              maybe(this::words),
              some(sources, visibility, 2),
              chance(3),
              visibility));
    }
    return true;
  }

  /// Comments on changes and records, with replies that resolve and reopen some.
  private boolean comments() {
    for (int i = 0; i < 12 + size.points / 2; i++) {
      Visibility visibility = visibility(i);
      List<InstrumentId> about = visible(instruments, visibility);
      if (about.isEmpty()) {
        continue;
      }
      CommentId first = new CommentId("comment-" + i);
      records.add(
          new Comment(
              first,
              commented(i, about, visibility),
              null,
              words(),
              null,
              "Author " + random.nextInt(3),
              moment(i, 0),
              visibility));
      for (int k = 1; k <= random.nextInt(4); k++) {
        Comment.Decision decision = maybe(() -> any(Comment.Decision.class));
        records.add(
            new Comment(
                new CommentId("comment-" + i + "-" + k),
                null,
                first,
                decision == null || chance(2) ? words() : null,
                decision,
                "Author " + random.nextInt(3),
                moment(i, k),
                within(visibility, visibility(k))));
      }
    }
    return true;
  }

  /// A change of a text, or a record of any kind.
  private CommentSubject commented(int i, List<InstrumentId> about, Visibility visibility) {
    RecordSubject record = i % 3 == 0 ? null : subject(visibility);
    return record == null
        ? new CommentSubject.ElementChange(any(about), "v1", "v2", "art_" + (1 + i % 4), i % 4 == 3)
        : new CommentSubject.WholeRecord(record);
  }

  /// A record that some readers may see, of each kind in turn, and secret ones first; null for
  /// none.
  private @Nullable RecordSubject subject(Visibility readers) {
    Map<Class<?>, List<RecordSubject>> kinds = new LinkedHashMap<>();
    for (CaseRecord each : records) {
      if (each.visibility().covers(readers) && each.id() instanceof RecordSubject id) {
        List<RecordSubject> known = kinds.computeIfAbsent(id.getClass(), _ -> new ArrayList<>());
        if (each.visibility() instanceof Visibility.Public) {
          known.addLast(id);
        } else {
          known.addFirst(id);
        }
      }
    }
    if (kinds.isEmpty()) {
      return null;
    }
    List<RecordSubject> kind = List.copyOf(kinds.values()).get(nextKind++ % kinds.size());
    return chance(2) ? kind.getFirst() : any(kind);
  }

  /// Tasks of accounts, delegations and nobody in particular, done and open.
  private boolean tasks() {
    nextKind = random.nextInt(CaseRecord.class.getPermittedSubclasses().length);
    for (int i = 0; i < 12 + size.points / 2; i++) {
      Visibility visibility = visibility(i);
      List<PartyId> seen = visible(parties, visibility);
      PartyId party = i % 3 == 1 && !seen.isEmpty() ? any(seen) : null;
      TaskId id = new TaskId("task-" + i);
      records.add(
          new Task(
              id,
              named("Task " + i),
              i % 3 == 0 ? "Account " + random.nextInt(3) : null,
              party,
              maybe(() -> date(day(random.nextInt(100), 100))),
              i % 4 == 3 ? null : subject(visibility),
              maybe(() -> date(day(random.nextInt(100), 100))),
              maybe(this::words),
              visibility));
    }
    return true;
  }

  private static ZonedMoment moment(int comment, int reply) {
    return new ZonedMoment(
        String.format(Locale.ROOT, "2025-11-%02dT%02d:30Z", 1 + comment % 28, reply));
  }

  private void item(int i) {
    Visibility visibility = visibility(i);
    List<ClaimId> drawn = some(claims, visibility, 2).stream().map(Claim::id).toList();
    Item.Decision decision =
        switch (random.nextInt(4)) {
          case 0 -> drawn.isEmpty() ? null : new Item.Decision.Recorded(drawn);
          case 1 -> new Item.Decision.InformationOnly(words());
          case 2 -> new Item.Decision.Rejected(any(Item.Ground.class), words());
          default -> null;
        };
    List<Subject> about = chance(3) ? List.of(new Subject.Whole()) : some(subjects, visibility, 2);
    records.add(
        new Item(
            new ItemId("item" + i),
            words(),
            some(sources, visibility, 2),
            about,
            date(day(i, 1 + size.points)),
            decision,
            decision == null ? null : maybe(() -> Edtf.of("2099-01-02")),
            decision == null ? null : maybe(() -> "A. Analyst"),
            visibility));
  }

  private void positions() {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < size.points; i++) {
      Visibility visibility = visibility(i);
      Named<Point> on = i == 0 ? points.getFirst() : any(points);
      PartyId party = i == 0 ? new PartyId("P0") : any(visible(parties, visibility));
      if (!on.visibility.covers(visibility)
          || !taken.add(party + " " + on.id.id() + " " + visibility)) {
        continue;
      }
      Map<OptionId, Grade> grades = new LinkedHashMap<>();
      for (Named<OptionId> way : options.getOrDefault(on.id.id(), List.of())) {
        if (way.visibility.covers(visibility)) {
          grades.put(way.id, any(Grade.class));
        }
      }
      Map<OptionId, Worth> worths = new LinkedHashMap<>();
      for (OptionId way : grades.keySet()) {
        if (chance(4)) {
          worths.put(way, worth());
        }
      }
      List<ClaimId> rests = earlier(visibility, null);
      boolean weighed = chance(3);
      Edtf from = apart(dated, () -> maybe(() -> Edtf.of(day(random.nextInt(100), 100))));
      Edtf known = apart(dated, () -> maybe(() -> Edtf.of(day(random.nextInt(100), 100))));
      List<PositionId> supersedes = apart(dated, () -> some(held, visibility, 2));
      covering.remove(held);
      Edtf told =
          visibility instanceof Visibility.Public
              ? null
              : apart(dated, () -> maybe(() -> Edtf.of(day(random.nextInt(100), 100))));
      String concludes = maybe(this::words);
      String interest = maybe(this::words);
      Integer rank = weighed ? null : maybe(() -> 1 + random.nextInt(9));
      Worth weight = weighed ? Worth.exactly(random.nextInt(200)) : null;
      Quantity quantity = on.id.quantity();
      AcceptedRange range =
          quantity == null
              ? null
              : apart(
                  counted,
                  () -> chance(8) ? null : range(quantity, rank != null || weight != null));
      records.add(
          new Position(
              new PositionId("q" + i),
              party,
              on.id.id(),
              from,
              known,
              concludes,
              interest,
              rank,
              weight,
              grades,
              worths,
              range,
              List.of(),
              rests,
              told,
              (rests.isEmpty() && told == null) || chance(3),
              supersedes,
              visibility));
      held.add(new Named<>(new PositionId("q" + i), visibility));
    }
  }

  /// Makes the acceptance of some options contingent: on other options, on steps, on demands.
  private List<CaseRecord> provisos() {
    covering.clear();
    records.replaceAll(
        each -> each instanceof Position p ? Rewrite.with(p, "onlyIf", provisos(p)) : each);
    return records;
  }

  private List<Proviso> provisos(Position position) {
    List<Proviso> all = new ArrayList<>();
    List<Named<OptionId>> others = new ArrayList<>();
    options.forEach(
        (point, ways) -> others.addAll(point.equals(position.point()) ? List.of() : ways));
    position
        .grades()
        .forEach(
            (option, grade) -> {
              Proviso proviso =
                  new Proviso(
                      option,
                      some(others, position.visibility(), 2),
                      some(steps, position.visibility(), 2),
                      some(demands, position.visibility(), 2));
              boolean asks =
                  !proviso.options().isEmpty()
                      || !proviso.steps().isEmpty()
                      || !proviso.demands().isEmpty();
              if (grade != Grade.RED_LINE && asks && chance(2)) {
                all.add(proviso);
              }
            });
    return all;
  }

  private Worth worth() {
    int least = random.nextInt(100) - 20;
    return chance(2)
        ? Worth.exactly(least)
        : new Worth(least + ".." + (least + random.nextInt(40)));
  }

  private void baselines() {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < size.parties; i++) {
      Visibility visibility = visibility(i);
      PartyId party = any(visible(parties, visibility));
      if (taken.add(party + " " + visibility)) {
        List<ClaimId> rests = earlier(visibility, null);
        records.add(
            new Baseline(
                new BaselineId("b" + i),
                party,
                apart(provided, () -> maybe(() -> Edtf.of(day(random.nextInt(100), 100)))),
                apart(provided, () -> maybe(() -> Edtf.of(day(random.nextInt(100), 100)))),
                worth(),
                maybe(this::words),
                rests,
                rests.isEmpty() || chance(3),
                visibility));
      }
    }
  }

  /// A budget without a draw of its own, so that other draws stay as they were.
  private static Linkage.Tie.Budget budget(List<OptionId> options, int number) {
    Map<OptionId, Amount> amounts = new TreeMap<>();
    for (OptionId each : options) {
      amounts.put(each, new Amount((amounts.size() + number % 5) + (number % 2 == 0 ? ".5" : "")));
    }
    Amount most = Amount.of(options.size() + number % 7);
    return new Linkage.Tie.Budget(
        amounts,
        number % 4 == 1 ? null : Amount.of(1),
        number % 4 == 2 ? null : most,
        number % 3 == 0 ? "EUR" : null);
  }

  private void linkages() {
    for (int i = 0; i < size.points / 2; i++) {
      Visibility visibility = visibility(i);
      List<OptionId> chosen = new ArrayList<>();
      for (List<Named<OptionId>> ways : options.values()) {
        List<OptionId> seen = visible(ways, visibility);
        if (!seen.isEmpty() && chosen.size() < 3) {
          chosen.add(any(seen));
        }
      }
      if (chosen.size() < 2) {
        continue;
      }
      int half = chosen.size() > 2 && chance(2) ? 2 : 1;
      Linkage.Tie tie =
          switch (random.nextInt(3)) {
            case 0 ->
                records.size() % 3 == 0
                    ? budget(chosen, records.size() / 3)
                    : new Linkage.Tie.Never(chosen);
            case 1 ->
                new Linkage.Tie.IfThen(
                    chosen.subList(0, half), chosen.subList(half, chosen.size()));
            default ->
                i % 2 == 1
                    ? new Linkage.Tie.Cap(any(visible(parties, visibility)), worth())
                    : new Linkage.Tie.JointWorth(
                        any(visible(parties, visibility)), chosen, worth());
          };
      List<ClaimId> rests = earlier(visibility, null);
      List<PointId> says =
          some(points, visibility, chance(2) ? 2 : 0).stream().map(Point::id).toList();
      records.add(
          new Linkage(
              new LinkageId("l" + i),
              "Tie " + words(),
              tie,
              rests,
              says,
              (rests.isEmpty() && says.isEmpty()) || chance(2),
              visibility));
    }
  }
}
