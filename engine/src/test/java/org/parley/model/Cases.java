package org.parley.model;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Item;
import org.parley.model.claim.ItemId;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.MeetingFormat;
import org.parley.model.claim.MeetingId;
import org.parley.model.claim.Reliability;
import org.parley.model.claim.Share;
import org.parley.model.claim.Source;
import org.parley.model.claim.SourceId;
import org.parley.model.claim.SourceKind;
import org.parley.model.claim.Subject;
import org.parley.model.date.CaseCalendar;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyId;
import org.parley.model.party.PartyKind;
import org.parley.model.party.PartyRole;
import org.parley.model.position.Baseline;
import org.parley.model.position.BaselineId;
import org.parley.model.position.Grade;
import org.parley.model.position.Linkage;
import org.parley.model.position.LinkageId;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.position.Signing;
import org.parley.model.position.Worth;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.step.Term;
import org.parley.model.step.TermId;
import org.parley.model.text.Component;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentEvent;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.InstrumentStatus;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Segment;
import org.parley.model.text.TextStatus;
import org.parley.model.text.TextVersion;

/// Makes valid cases from a seed: every kind of record, every assertion, every visibility, secrets
/// on every level. The same seed and size give the same case.
///
/// Nothing made refers to what some of its readers may not see, because every reference is drawn
/// from what covers the visibility of the place it stands in.
public final class Cases {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 700;
  private static final int RECENT = 40;

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

  private final Random random;
  private final Size size;
  private final List<CaseRecord> records = new ArrayList<>();
  private final List<Named<PartyId>> parties = new ArrayList<>();
  private final List<Named<InstrumentId>> instruments = new ArrayList<>();
  private final List<Named<Subject>> subjects = new ArrayList<>();
  private final List<Named<SourceId>> sources = new ArrayList<>();
  private final List<Named<Claim>> claims = new ArrayList<>();
  private final Map<PointId, List<Named<OptionId>>> options = new HashMap<>();
  private final List<Named<Point>> points = new ArrayList<>();
  private final IdentityHashMap<List<?>, Map<Visibility, List<?>>> covering =
      new IdentityHashMap<>();

  private Cases(long seed, Size size) {
    this.random = new Random(seed);
    this.size = size;
  }

  /// A small case with secrets.
  public static Case of(long seed) {
    Random sizes = new Random(seed ^ 0x5EED);
    return of(seed, new Size(2 + sizes.nextInt(5), 1 + sizes.nextInt(8), sizes.nextInt(40), true));
  }

  /// A case of this size.
  public static Case of(long seed, Size size) {
    return new Cases(seed, size).make();
  }

  private Case make() {
    for (int i = 0; i < size.parties; i++) {
      party(i);
    }
    for (int i = 0; i < 1 + size.points / 8; i++) {
      instrument(i);
    }
    for (int i = 0; i < 3 + size.claims / 10; i++) {
      source(i);
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
    if (chance(2)) {
      Visibility open = new Visibility.Public();
      records.addAll(
          GuaranteeCases.of(
              visible(parties, open).getFirst(),
              visible(parties, open).getLast(),
              new StepId("step-0"),
              new PointId("p0"),
              visible(sources, open).getFirst()));
    }
    CaseInfo info =
        new CaseInfo(
            "Case " + random.nextInt(1000),
            maybe(this::words),
            columns,
            maybe(
                () ->
                    new CaseCalendar(ZoneId.of("Europe/Kyiv"), any(CaseCalendar.Rounding.class))));
    for (int i = 0; i < 1 + size.claims / 20; i++) {
      item(i);
    }
    return Case.of(info, records);
  }

  private void sequence() {
    Visibility open = new Visibility.Public();
    List<StepId> steps = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      StepId id = new StepId("step-" + i);
      steps.add(id);
      Map<PartyId, Long> worth = new HashMap<>();
      some(parties, open, 2).forEach(party -> worth.put(party, random.nextLong(100) - 50));
      records.add(
          new Step(
              id,
              "Step " + words(),
              null,
              maybe(() -> any(InstrumentStatus.class)),
              some(parties, open, 2),
              List.of(),
              maybe(() -> new Step.Duration(Period.ofDays(3), Period.ofMonths(2), chance(2))),
              maybe(() -> Edtf.of(START)),
              chance(2),
              worth,
              chance(3)
                  ? List.of(new Step.Observed(START, any(Step.Level.class), some(sources, open, 1)))
                  : List.of(),
              some(sources, open, 1),
              chance(3) ? Map.of("worth", "An illustration of " + words()) : Map.of(),
              open));
    }
    TermId term = new TermId("term-0");
    records.add(
        new Term(
            term,
            "Term " + words(),
            List.of(
                new Term.Reading("first", steps.getFirst(), List.of()),
                new Term.Reading("last", steps.getLast(), List.of())),
            open));
    List<Demand.Timing> timings =
        List.of(
            new Demand.Timing.After(steps.getFirst(), term, Period.ofDays(60), null),
            new Demand.Timing.Once(term, steps.getLast()),
            new Demand.Timing.Together(steps.getFirst(), steps.getLast()),
            new Demand.Timing.NotBefore(steps.getFirst(), Edtf.of(START)),
            new Demand.Timing.By(steps.getLast(), Edtf.of("2027-03")),
            new Demand.Timing.ToBeDetermined(steps.getFirst(), "a group"),
            new Demand.Timing.Escalated(steps.getFirst(), "the leaders"));
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      records.add(
          new Demand(
              new DemandId("demand-" + i),
              "Demand " + words(),
              some(parties, open, 2),
              List.of(),
              List.of(),
              List.of(any(timings), any(timings)),
              chance(2) ? List.of(any(timings), any(timings)) : List.of(),
              true,
              open));
    }
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

  private String words() {
    String words = any(ODD);
    return chance(2) ? "Words " + random.nextInt(1000) : words;
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
        yield parties.size() < 2 ? new Visibility.Public() : new Visibility.Party(id);
      }
    };
  }

  /// The narrower of the visibility of a record and that of a part of it.
  private static Visibility within(Visibility outer, Visibility inner) {
    return outer.covers(inner) ? inner : inner.covers(outer) ? outer : new Visibility.Mediator();
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

  private LocalDate day(int index, int of) {
    return START.plusDays((long) index * DAYS / Math.max(1, of));
  }

  private Edtf date(LocalDate day) {
    return switch (random.nextInt(8)) {
      case 0 -> Edtf.of(day.toString().substring(0, 7));
      case 1 -> Edtf.of(day + "T13:30-05:00");
      case 2 -> Edtf.of(day + "~");
      case 3 -> Edtf.of(day + "/" + day.plusMonths(2).toString().substring(0, 7) + "?");
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
            "Party " + i,
            maybe(() -> "P." + random.nextInt(100)),
            kind,
            joint ? some(parties, visibility, 3) : List.of(),
            chance(3) ? any(List.of("UKR", "ARM", "AZE", "FRA")) : null,
            chance(2) ? List.of(any(PartyRole.class)) : List.of(),
            visibility);
    covering.remove(parties);
    records.add(party);
    parties.add(new Named<>(party.id(), visibility));
  }

  private void instrument(int i) {
    Visibility visibility = i == 0 ? new Visibility.Public() : visibility();
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
              List.of()));
    }
    List<InstrumentId> above = some(instruments, visibility, 1);
    List<PartyId> signatories = some(parties, visibility, size.parties);
    Instrument instrument =
        new Instrument(
            new InstrumentId("i" + i),
            "Instrument " + i,
            maybe(this::words),
            any(InstrumentKind.class),
            above.isEmpty() ? null : above.getFirst(),
            signatories,
            signatories.isEmpty() || chance(2)
                ? null
                : new Signing(
                    maybe(() -> 1 + random.nextInt(signatories.size())),
                    chance(2) ? List.of() : signatories.subList(0, 1)),
            any(PackageRule.class),
            events,
            List.of(),
            visibility);
    covering.remove(instruments);
    records.add(instrument);
    instruments.add(new Named<>(instrument.id(), visibility));
    subjects.add(new Named<>(instrument.id(), visibility));
  }

  private void source(int i) {
    Visibility visibility = i == 0 ? new Visibility.Public() : visibility();
    List<SourceId> relayed = i < RECENT ? some(sources, visibility, 1) : List.of();
    Source source =
        new Source(
            new SourceId("s" + i),
            "Publisher " + random.nextInt(9),
            "Report: " + i,
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
    Visibility visibility = i == 0 ? new Visibility.Public() : visibility();
    PointId id = new PointId("p" + i);
    List<Component> components = new ArrayList<>();
    List<Option> ways = new ArrayList<>();
    List<TextVersion> texts = new ArrayList<>();
    List<Named<OptionId>> named = new ArrayList<>();
    subjects.add(new Named<>(id, visibility));
    for (int k = random.nextInt(3); k > 0; k--) {
      Component part =
          new Component(new ComponentId("p" + i + "-c" + k), "Part " + k, visibility());
      components.add(part);
      subjects.add(new Named<>(part.id(), within(visibility, part.visibility())));
    }
    for (int k = random.nextInt(4); k > 0; k--) {
      Visibility own = visibility();
      Visibility all = within(visibility, own);
      OptionId option = new OptionId("p" + i + "-o" + k);
      ways.add(
          new Option(
              option,
              "Way " + k,
              maybe(this::words),
              some(parties, all, 2),
              some(sources, all, 2),
              own));
      named.add(new Named<>(option, all));
    }
    for (int k = random.nextInt(3); k > 0; k--) {
      texts.add(text(k, visibility));
    }
    Point point =
        new Point(
            id,
            Integer.toString(i + 1) + (chance(4) ? "(a)" : ""),
            "Point " + i,
            maybe(this::words),
            any(visible(instruments, visibility)),
            any(Point.Content.class),
            chance(3) ? List.of("SsrGua", "Ce") : List.of(),
            maybe(() -> 1 + random.nextInt(9)),
            components,
            ways,
            texts,
            some(sources, visibility, 2),
            visibility);
    records.add(point);
    points.add(new Named<>(point, visibility));
    options.put(id, named);
  }

  private TextVersion text(int version, Visibility outer) {
    Visibility own = visibility();
    Visibility all = within(outer, own);
    List<Segment> segments = new ArrayList<>(List.of(new Segment.Plain(words())));
    for (int k = random.nextInt(3); k > 0; k--) {
      segments.add(
          new Segment.Bracket(
              maybe(this::words),
              List.of(
                  new Segment.Alternative(some(parties, all, 2), words(), false),
                  new Segment.Alternative(some(parties, all, 2), null, true))));
      segments.add(new Segment.Plain(words()));
    }
    return new TextVersion(
        "v" + version,
        date(day(version, 9)),
        any(TextStatus.class),
        segments,
        some(sources, all, 2),
        own);
  }

  private void claim(int i) {
    Visibility visibility = visibility();
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
            chance(10) ? Edtf.of(said.toString().substring(0, 7)) : Edtf.of(said),
            chance(5) ? Edtf.of(said.plusDays(40)) : null,
            any(Claim.Channel.class),
            from,
            quoted ? "Quoted words " + random.nextInt(99) : null,
            quoted && chance(2) ? null : "Restated. " + words(),
            about,
            between.size() == 1 ? List.of() : between,
            assertion(about, visibility),
            earlier(visibility, null),
            earlier(visibility, party),
            earlier(visibility, null),
            visibility);
    records.add(claim);
    claims.add(new Named<>(claim, visibility));
  }

  /// Sometimes a recent claim that may be referred to.
  private List<ClaimId> earlier(Visibility to, @Nullable PartyId by) {
    if (claims.isEmpty() || !chance(6)) {
      return List.of();
    }
    Named<Claim> named =
        claims.get(claims.size() - 1 - random.nextInt(Math.min(RECENT, claims.size())));
    boolean fits = named.visibility.covers(to) && (by == null || named.id.party().equals(by));
    return fits ? List.of(named.id.id()) : List.of();
  }

  private Assertion assertion(List<Subject> about, Visibility to) {
    List<Named<OptionId>> ways = new ArrayList<>();
    about.forEach(subject -> ways.addAll(options.getOrDefault(subject, List.of())));
    ways.removeIf(way -> !way.visibility.covers(to));
    return switch (random.nextInt(11)) {
      case 0 -> new Assertion.AdReferendum();
      case 1 -> new Assertion.Conditional(words().strip() + ".");
      case 2 -> new Assertion.Open();
      case 3 -> new Assertion.Rejected();
      case 4 -> new Assertion.Received();
      case 5 -> new Assertion.NotReceived();
      case 6 -> ways.isEmpty() ? new Assertion.States() : new Assertion.Prefers(any(ways).id());
      case 7 ->
          new Assertion.Complete(new Share(any(List.of("90 %", "95.5 %", "18 of 20", "almost"))));
      case 8 -> new Assertion.Expects(any(InstrumentStatus.class), Edtf.of("2026-01/2026-03~"));
      case 9 -> new Assertion.States();
      default -> new Assertion.Agreed();
    };
  }

  private void meeting(int i) {
    Visibility visibility = visibility();
    records.add(
        new Meeting(
            new MeetingId("m" + i),
            "Meeting " + i,
            date(day(i, 1 + size.points)),
            maybe(() -> "Paris"),
            any(MeetingFormat.class),
            some(parties, visibility, size.parties),
            chance(2) ? List.of("A. Person", "B: Person") : List.of(),
            maybe(() -> Edtf.of("2025-12")),
            maybe(this::words),
            some(sources, visibility, 2),
            visibility));
  }

  private void item(int i) {
    Visibility visibility = visibility();
    List<ClaimId> drawn = some(claims, visibility, 2).stream().map(Claim::id).toList();
    Item.Decision decision =
        switch (random.nextInt(4)) {
          case 0 -> drawn.isEmpty() ? null : new Item.Decision.Recorded(drawn);
          case 1 -> new Item.Decision.InformationOnly(words());
          case 2 -> new Item.Decision.Rejected(any(Item.Ground.class), words());
          default -> null;
        };
    List<Subject> about =
        chance(2) ? List.of(new Subject.Whole()) : List.copyOf(some(instruments, visibility, 2));
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
      Visibility visibility = visibility();
      Named<Point> on = any(points);
      PartyId party = any(visible(parties, visibility));
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
      records.add(
          new Position(
              new PositionId("q" + i),
              party,
              on.id.id(),
              maybe(this::words),
              maybe(this::words),
              weighed ? null : maybe(() -> 1 + random.nextInt(9)),
              weighed ? Worth.exactly(random.nextInt(200)) : null,
              grades,
              worths,
              rests,
              rests.isEmpty() || chance(3),
              visibility));
    }
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
      Visibility visibility = visibility();
      PartyId party = any(visible(parties, visibility));
      if (taken.add(party + " " + visibility)) {
        List<ClaimId> rests = earlier(visibility, null);
        records.add(
            new Baseline(
                new BaselineId("b" + i),
                party,
                worth(),
                maybe(this::words),
                rests,
                rests.isEmpty() || chance(3),
                visibility));
      }
    }
  }

  private void linkages() {
    for (int i = 0; i < size.points / 2; i++) {
      Visibility visibility = visibility();
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
      Linkage.Tie tie =
          switch (random.nextInt(3)) {
            case 0 -> new Linkage.Tie.Never(chosen);
            case 1 ->
                new Linkage.Tie.IfThen(chosen.subList(0, 1), chosen.subList(1, chosen.size()));
            default ->
                new Linkage.Tie.JointWorth(any(visible(parties, visibility)), chosen, worth());
          };
      records.add(
          new Linkage(
              new LinkageId("l" + i),
              "Tie " + words(),
              tie,
              earlier(visibility, null),
              List.of(),
              true,
              visibility));
    }
  }
}
