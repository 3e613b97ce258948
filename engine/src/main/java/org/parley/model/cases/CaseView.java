package org.parley.model.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.checks.SetAside;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Forecast;
import org.parley.model.claim.Item;
import org.parley.model.claim.Meeting;
import org.parley.model.comment.Comment;
import org.parley.model.comment.CommentId;
import org.parley.model.comment.CommentThread;
import org.parley.model.guarantee.Contribution;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.Guarantee;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.LogEntry;
import org.parley.model.guarantee.Need;
import org.parley.model.indicator.Indicator;
import org.parley.model.indicator.IndicatorId;
import org.parley.model.party.Party;
import org.parley.model.place.Place;
import org.parley.model.place.PlaceId;
import org.parley.model.position.Baseline;
import org.parley.model.position.Linkage;
import org.parley.model.position.PairwiseComparison;
import org.parley.model.position.PairwiseComparisonId;
import org.parley.model.position.Position;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackageId;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.step.Demand;
import org.parley.model.step.DemandId;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.step.Term;
import org.parley.model.task.Task;
import org.parley.model.task.TaskId;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;

/// The part of a case visible to one viewer: the only input of the engines.
///
/// Lists are in reading order: parties as on the board, points in the order of the text, claims,
/// meetings and acts by date. Positions are by point and party, the rest by id in natural order.
public final class CaseView {

  /// The order of claims: by date, then by id.
  public static final Comparator<Claim> CLAIMS_IN_ORDER =
      Comparator.comparing(Claim::said).thenComparing(Claim::id);

  /// By id in natural order: s2 before s10.
  private static final Comparator<CaseRecord> BY_ID =
      Comparator.comparing(each -> each.id().value(), Numbering.ORDER);

  private final CaseInfo info;
  private final Map<String, CaseRecord> byId = new HashMap<>();
  private final List<CaseRecord> records;
  private final List<SetAside> setAside;
  private final Map<Class<?>, List<CaseRecord>> byKind = new HashMap<>();
  private final List<Party> parties;
  private final List<Instrument> instruments;
  private final TextOrder text;
  private final List<Point> points;
  private final List<Source> sources;
  private final List<Claim> claims;
  private final List<Item> items;
  private final List<Forecast> forecasts;
  private final List<Meeting> meetings;
  private final List<Act> acts;
  private final List<Place> places;
  private final List<Position> positions;
  private final List<Step> steps;
  private final List<Term> terms;
  private final List<Demand> demands;
  private final List<Baseline> baselines;
  private final List<Linkage> linkages;
  private final List<Guarantee> guarantees;
  private final List<Contribution> contributions;
  private final List<Need> needs;
  private final List<Incident> incidents;
  private final List<LogEntry> logEntries;
  private final List<CoverageQuestion> coverageQuestions;
  private final List<Indicator> indicators;
  private final List<Round> rounds;
  private final List<TabledPackage> tabledPackages;
  private final List<PairwiseComparison> pairwiseComparisons;
  private final List<Comment> comments;
  private final List<Task> tasks;

  CaseView(CaseInfo info, List<CaseRecord> records, List<SetAside> setAside) {
    this.info = info;
    this.records = records;
    this.setAside = setAside;
    for (CaseRecord each : records) {
      byId.put(each.id().value(), each);
      byKind.computeIfAbsent(each.getClass(), _ -> new ArrayList<>()).add(each);
      if (each instanceof Point point) {
        point.options().forEach(option -> byId.put(option.id().value(), point));
        point.components().forEach(component -> byId.put(component.id().value(), point));
      }
    }
    instruments = sorted(Instrument.class, BY_ID);
    parties = partiesInOrder();
    text = new TextOrder(sorted(Point.class, BY_ID));
    points = text.points();
    sources = sorted(Source.class, Comparator.comparing(Source::date).thenComparing(Source::id));
    claims = sorted(Claim.class, CLAIMS_IN_ORDER);
    items = sorted(Item.class, Comparator.comparing(Item::arrived).thenComparing(Item::id));
    forecasts =
        sorted(Forecast.class, Comparator.comparing(Forecast::made).thenComparing(Forecast::id));
    meetings =
        sorted(Meeting.class, Comparator.comparing(Meeting::date).thenComparing(Meeting::id));
    acts = sorted(Act.class, Comparator.comparing(Act::date).thenComparing(Act::id));
    places = sorted(Place.class, BY_ID);
    positions = sorted(Position.class, byPointAndParty());
    steps = sorted(Step.class, BY_ID);
    terms = sorted(Term.class, BY_ID);
    demands = sorted(Demand.class, BY_ID);
    baselines = sorted(Baseline.class, BY_ID);
    linkages = sorted(Linkage.class, BY_ID);
    guarantees = sorted(Guarantee.class, BY_ID);
    contributions = sorted(Contribution.class, BY_ID);
    needs = sorted(Need.class, BY_ID);
    incidents = sorted(Incident.class, BY_ID);
    logEntries =
        sorted(
            LogEntry.class, Comparator.comparing(LogEntry::recorded).thenComparing(LogEntry::id));
    coverageQuestions = sorted(CoverageQuestion.class, BY_ID);
    indicators = sorted(Indicator.class, BY_ID);
    rounds =
        sorted(
            Round.class,
            Comparator.comparing((Round each) -> each.opens().instant()).thenComparing(BY_ID));
    tabledPackages =
        sorted(
            TabledPackage.class,
            Comparator.comparing((TabledPackage each) -> each.tabled().instant())
                .thenComparing(BY_ID));
    pairwiseComparisons =
        sorted(
            PairwiseComparison.class,
            Comparator.comparing((PairwiseComparison each) -> each.told().latestDay())
                .thenComparingInt(each -> each.id().value().length())
                .thenComparing(BY_ID));
    comments = sorted(Comment.class, CommentThread.IN_ORDER);
    tasks = sorted(Task.class, Comparator.comparing(CaseView::dueDay).thenComparing(BY_ID));
  }

  /// The view with names and titles in a language, if translated; itself if none is.
  ///
  /// @param language a BCP 47 tag: `fr`
  public CaseView in(String language) {
    return withNames(name -> name.in(language));
  }

  /// The view with every name, title and quotation changed; itself if none is.
  public CaseView withNames(UnaryOperator<LocalizedText> names) {
    CaseInfo header = info.withNames(names);
    boolean isOther = !header.equals(info);
    List<CaseRecord> said = new ArrayList<>(records.size());
    for (CaseRecord each : records) {
      CaseRecord changed = each.withNames(names);
      isOther |= !changed.equals(each);
      said.add(changed);
    }
    return isOther ? new CaseView(header, Collections.unmodifiableList(said), setAside) : this;
  }

  /// A view of other records under the same header.
  ///
  /// @param other records that name none but each other
  public CaseView of(List<CaseRecord> other) {
    return new CaseView(info, List.copyOf(other), List.of());
  }

  private <T extends CaseRecord> List<T> sorted(Class<T> kind, Comparator<? super T> order) {
    return byKind.getOrDefault(kind, List.of()).stream().map(kind::cast).sorted(order).toList();
  }

  private List<Party> partiesInOrder() {
    Set<PartyId> order = new LinkedHashSet<>(info.columns());
    instruments.forEach(instrument -> order.addAll(instrument.signatories()));
    List<Party> rest = sorted(Party.class, BY_ID);
    rest.forEach(party -> order.add(party.id()));
    List<Party> ordered = new ArrayList<>();
    for (PartyId id : order) {
      find(id).ifPresent(ordered::add);
    }
    return List.copyOf(ordered);
  }

  private Comparator<Position> byPointAndParty() {
    Map<PointId, Integer> placeOfPoint = new HashMap<>();
    points.forEach(point -> placeOfPoint.put(point.id(), placeOfPoint.size()));
    Map<PartyId, Integer> placeOfParty = new HashMap<>();
    parties.forEach(party -> placeOfParty.put(party.id(), placeOfParty.size()));
    return Comparator.comparing(
            (Position each) -> placeOfPoint.getOrDefault(each.point(), Integer.MAX_VALUE))
        .thenComparing(each -> placeOfParty.getOrDefault(each.party(), Integer.MAX_VALUE))
        .thenComparing(BY_ID);
  }

  public CaseInfo info() {
    return info;
  }

  /// Every visible record, by id.
  public Collection<CaseRecord> records() {
    return records;
  }

  /// The visible records and parts that do not fit the others, by id.
  public List<SetAside> setAside() {
    return setAside;
  }

  /// Every visible record as it was before anything was set aside, by id.
  public Collection<CaseRecord> whole() {
    return SetAside.whole(records, setAside);
  }

  /// The visible record with this id as it was before anything was set aside. Edits begin with it,
  /// so that parts set aside are not lost.
  public Optional<CaseRecord> findWhole(String id) {
    return SetAside.findWhole(
        id, find(id).filter(each -> each.id().value().equals(id)).map(each -> each), setAside);
  }

  /// The parties: first the columns of the board, then the other signatories, then the rest by id.
  public List<Party> parties() {
    return parties;
  }

  /// The parties on the board: those the case names, or the signatories by default.
  public List<Party> columns() {
    Set<PartyId> shown = new LinkedHashSet<>(info.columns());
    if (shown.isEmpty()) {
      instruments.forEach(instrument -> shown.addAll(instrument.signatories()));
    }
    return shown.isEmpty()
        ? parties
        : parties.stream().filter(party -> shown.contains(party.id())).toList();
  }

  public List<Instrument> instruments() {
    return instruments;
  }

  /// The points, by instrument and in the order of its text: 2 before 10, 5(a) before 5(b). A
  /// chapter stands before the points in it.
  public List<Point> points() {
    return points;
  }

  /// The points directly in a chapter or article, in the order of the text.
  public List<Point> pointsIn(PointId id) {
    return text.partsOf(id);
  }

  /// The points that a point stands in, the widest first.
  public List<Point> chaptersOf(Point point) {
    List<Point> chapters = new ArrayList<>();
    for (PointId at = point.partOf(); at != null; at = chapters.getLast().partOf()) {
      chapters.add(get(at));
    }
    return chapters.reversed();
  }

  /// The number of points that a point stands in: 0 for a chapter, 1 for an article of it.
  public int depthOf(PointId id) {
    return text.depthOf(id);
  }

  /// Whether a version of its instrument contains a point, and every chapter that it stands in.
  public boolean isInVersion(Point point, String version) {
    return (point.versions().isEmpty() || point.versions().contains(version))
        && (point.partOf() == null || isInVersion(get(point.partOf()), version));
  }

  /// Whether a point is counted: it is no heading of other points.
  public boolean isCounted(Point point) {
    return !point.heading() || pointsIn(point.id()).isEmpty();
  }

  public List<Source> sources() {
    return sources;
  }

  /// The claims, by date.
  public List<Claim> claims() {
    return claims;
  }

  /// The incoming items, by arrival.
  public List<Item> items() {
    return items;
  }

  /// The forecasts, by date.
  public List<Forecast> forecasts() {
    return forecasts;
  }

  public List<Meeting> meetings() {
    return meetings;
  }

  /// The acts, by date.
  public List<Act> acts() {
    return acts;
  }

  public List<Place> places() {
    return places;
  }

  public List<Position> positions() {
    return positions;
  }

  public List<Step> steps() {
    return steps;
  }

  public List<Term> terms() {
    return terms;
  }

  public List<Demand> demands() {
    return demands;
  }

  public List<Baseline> baselines() {
    return baselines;
  }

  public List<Linkage> linkages() {
    return linkages;
  }

  public List<Guarantee> guarantees() {
    return guarantees;
  }

  public List<Contribution> contributions() {
    return contributions;
  }

  public List<Need> needs() {
    return needs;
  }

  public List<Incident> incidents() {
    return incidents;
  }

  /// The event log, by the moment of recording.
  public List<LogEntry> logEntries() {
    return logEntries;
  }

  public List<CoverageQuestion> coverageQuestions() {
    return coverageQuestions;
  }

  public List<Indicator> indicators() {
    return indicators;
  }

  /// The rounds, by the moment they open.
  public List<Round> rounds() {
    return rounds;
  }

  /// The packages on the table, by the moment of tabling.
  public List<TabledPackage> tabledPackages() {
    return tabledPackages;
  }

  /// The comparisons that parties told, by day; those of one day by their numbered ids.
  public List<PairwiseComparison> pairwiseComparisons() {
    return pairwiseComparisons;
  }

  /// The comments and replies, the earliest first.
  public List<Comment> comments() {
    return comments;
  }

  /// The tasks, by the day they are due; those without one last.
  public List<Task> tasks() {
    return tasks;
  }

  private static LocalDate dueDay(Task task) {
    return task.due() == null ? LocalDate.MAX : task.due().latestDay();
  }

  /// Whether no source differs that another state of the view has as well. Records that stay refer
  /// to no other source.
  @SuppressWarnings("ReferenceEquality") // the same list needs no look at each source
  public boolean hasSourcesOf(CaseView before) {
    return sources == before.sources
        || before.sources.stream().allMatch(each -> find(each.id()).map(each::equals).orElse(true));
  }

  /// Finds a record, or the point of an option or component.
  public Optional<CaseRecord> find(Id id) {
    return find(id.value());
  }

  /// Finds a record, or the point of an option or component.
  public Optional<CaseRecord> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<Party> find(PartyId id) {
    return find(id.value()).filter(Party.class::isInstance).map(Party.class::cast);
  }

  public Optional<Point> find(PointId id) {
    return find(id.value()).filter(Point.class::isInstance).map(Point.class::cast);
  }

  public Act get(ActId id) {
    return get(Act.class, id);
  }

  public Party get(PartyId id) {
    return get(Party.class, id);
  }

  public Instrument get(InstrumentId id) {
    return get(Instrument.class, id);
  }

  public Point get(PointId id) {
    return get(Point.class, id);
  }

  /// The point a component is part of.
  public Point pointOf(ComponentId id) {
    return get(Point.class, id);
  }

  /// The point of an option.
  public Point pointOf(OptionId id) {
    return get(Point.class, id);
  }

  public Option get(OptionId id) {
    return pointOf(id).options().stream()
        .filter(option -> option.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  public Indicator get(IndicatorId id) {
    return get(Indicator.class, id);
  }

  public Round get(RoundId id) {
    return get(Round.class, id);
  }

  public TabledPackage get(TabledPackageId id) {
    return get(TabledPackage.class, id);
  }

  public Comment get(CommentId id) {
    return get(Comment.class, id);
  }

  public Task get(TaskId id) {
    return get(Task.class, id);
  }

  public PairwiseComparison get(PairwiseComparisonId id) {
    return get(PairwiseComparison.class, id);
  }

  public Place get(PlaceId id) {
    return get(Place.class, id);
  }

  public Source get(SourceId id) {
    return get(Source.class, id);
  }

  public Claim get(ClaimId id) {
    return get(Claim.class, id);
  }

  public Guarantee get(GuaranteeId id) {
    return get(Guarantee.class, id);
  }

  public Demand get(DemandId id) {
    return get(Demand.class, id);
  }

  public Step get(StepId id) {
    return get(Step.class, id);
  }

  private <T extends CaseRecord> T get(Class<T> kind, Id id) {
    CaseRecord found = byId.get(id.value());
    if (!kind.isInstance(found)) {
      throw new NoSuchElementException("no " + id.kind() + " \"" + id + "\" in this view");
    }
    return kind.cast(found);
  }

  /// The first source in a chain of relays, or the source itself. Sources with the same origin
  /// count as one.
  public SourceId originOf(SourceId source) {
    SourceId at = source;
    for (SourceId next = get(at).relays(); next != null; next = get(at).relays()) {
      at = next;
    }
    return at;
  }

  /// The members of a coalition or union, itself first, transitively.
  public Set<PartyId> withMembers(PartyId party) {
    Set<PartyId> all = new LinkedHashSet<>();
    List<PartyId> next = new ArrayList<>(List.of(party));
    while (!next.isEmpty()) {
      PartyId id = next.removeFirst();
      if (all.add(id)) {
        next.addAll(get(id).members());
      }
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CaseView that
        && that.info.equals(info)
        && that.records.equals(records)
        && that.setAside.equals(setAside);
  }

  @Override
  public int hashCode() {
    return 31 * info.hashCode() + records.hashCode();
  }

  @Override
  public String toString() {
    return "CaseView[" + info.title() + ", " + records.size() + " records]";
  }
}
