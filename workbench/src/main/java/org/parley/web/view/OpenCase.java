package org.parley.web.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.acts.ActLedger;
import org.parley.acts.Acts;
import org.parley.acts.InstrumentState;
import org.parley.acts.RecordedAct;
import org.parley.answer.CaseDay;
import org.parley.answer.outlook.Foretold;
import org.parley.answer.packages.PackagesOfDay;
import org.parley.answer.sources.RestsOnAnswer;
import org.parley.bargain.cases.CasePackages;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.board.Board;
import org.parley.board.BoardRows;
import org.parley.board.BoardSummary;
import org.parley.board.Boards;
import org.parley.board.Stock;
import org.parley.board.word.Ledger;
import org.parley.exact.Finding;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.cases.KnownRecords;
import org.parley.model.claim.Claim;
import org.parley.model.party.Party;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.Position;
import org.parley.model.source.SourceId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Quantity;
import org.parley.model.text.Subject;
import org.parley.sources.BoardSources.AgreedCount;
import org.parley.sources.WeakestSources;
import org.parley.wording.Answer;
import org.parley.wording.BoardWording;
import org.parley.wording.ForeignText;
import org.parley.wording.Language;
import org.parley.wording.Messages;
import org.parley.wording.QuantityWording;

/// One reading of a case, with everything the pages derive from it once.
///
/// Immutable to its users and safe to share between threads. Opening costs time linear in the
/// records; what not every page needs is made when first asked for. The latest few boards are kept.
public final class OpenCase {

  private static final int BOARDS_KEPT = 16;
  private static final int DAYS_OF_KNOWLEDGE = 2;

  /// The claims of more speakers are picked from all instead of being merged.
  private static final int FEW_NAMES = 8;

  private final CaseView view;

  /// Shared with the states before and after that the same viewer sees.
  private final Object lineage;

  private final Acts acts;
  private final Map<PartyId, Set<PartyId>> spokenFor = new HashMap<>();
  private final List<LocalDate> days;
  private final LocalDate lastDay;
  private final Map<Language, PreparedProblem> packages = new EnumMap<>(Language.class);
  private final Map<Class<?>, Derived> made = new ConcurrentHashMap<>();
  private final Map<Naming, OpenCase> namings = new ConcurrentHashMap<>();
  private final RecentCache<AsOf, Board> boards = new RecentCache<>(BOARDS_KEPT);

  /// Rows of boards of the state before, by their days.
  private final Map<AsOf, BoardRows> carried = new ConcurrentHashMap<>();

  private final RecentCache<LocalDate, OpenCase> knowledge = new RecentCache<>(DAYS_OF_KNOWLEDGE);
  private final RecentCache<AsOf, ActLedger> ledgers = new RecentCache<>(BOARDS_KEPT);
  private final RecentCache<AsOf, Stock> stocks = new RecentCache<>(BOARDS_KEPT);
  private final RecentCache<AsOf, BoardSummary> summaries = new RecentCache<>(BOARDS_KEPT);
  private final RecentCache<AsOf, Foretold> foretold = new RecentCache<>(BOARDS_KEPT);

  /// Shared by the namings of a case: it holds ids and no names.
  private final RecentCache<AsOf, Optional<Finding<WeakestSources<AgreedCount>>>> restsOn;

  private final RecentCache<AsOf, List<InstrumentState>> states = new RecentCache<>(BOARDS_KEPT);

  /// The searched text of each claim, in lower case.
  private record Spoken(OpenCase open, List<String> texts) implements Following {

    static Spoken of(OpenCase open) {
      return new Spoken(open, open.view.claims().stream().map(Spoken::text).toList());
    }

    private static String text(Claim claim) {
      return (claim.words() + " " + claim.speaker() + " " + claim.office())
          .toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable Following after(OpenCase next) {
      ClaimsChange change = ClaimsChange.between(open, next);
      if (!change.isOfFewClaims()) {
        return null;
      }
      List<Claim> claims = new ArrayList<>(open.view.claims());
      List<String> now = new ArrayList<>(texts);
      for (Claim gone : change.gone()) {
        int at = Collections.binarySearch(claims, gone, CaseView.CLAIMS_IN_ORDER);
        claims.remove(at);
        now.remove(at);
      }
      for (Claim added : change.added()) {
        int at = -1 - Collections.binarySearch(claims, added, CaseView.CLAIMS_IN_ORDER);
        claims.add(at, added);
        now.add(at, text(added));
      }
      return new Spoken(next, now);
    }
  }

  /// The boards for any day.
  private record AnyDay(Boards boards) implements Following {

    static AnyDay of(OpenCase open) {
      return new AnyDay(Boards.of(open.view, open.acts));
    }

    @Override
    public @Nullable Following after(OpenCase next) {
      return boards.after(next.view, next.acts).map(AnyDay::new).orElse(null);
    }
  }

  /// The claims by subject, each list by date.
  private record BySubject(ClaimIndex<Subject> index) implements Following {

    static BySubject of(OpenCase open) {
      return new BySubject(ClaimIndex.of(open, _ -> Claim::about, HashMap::new));
    }

    @Override
    public @Nullable Following after(OpenCase next) {
      return index.after(next).map(BySubject::new).orElse(null);
    }
  }

  /// The claims by source.
  private record BySource(ClaimIndex<SourceId> index) implements Following {

    static BySource of(OpenCase open) {
      return new BySource(ClaimIndex.of(open, _ -> Claim::source, HashMap::new));
    }

    @Override
    public @Nullable Following after(OpenCase next) {
      return index.after(next).map(BySource::new).orElse(null);
    }
  }

  /// The claims by party: that which speaks, and those that are spoken for.
  private record ByParty(ClaimIndex<PartyId> index) implements Following {

    static ByParty of(OpenCase open) {
      return new ByParty(ClaimIndex.of(open, _ -> ByParty::named, HashMap::new));
    }

    private static List<PartyId> named(Claim claim) {
      if (claim.between().isEmpty()) {
        return claim.parties();
      }
      List<PartyId> named = new ArrayList<>(claim.parties());
      named.addAll(claim.between());
      return named;
    }

    @Override
    public @Nullable Following after(OpenCase next) {
      return index.after(next).map(ByParty::new).orElse(null);
    }
  }

  /// The claims by speaker.
  private record BySpeaker(ClaimIndex<String> index) implements Following {

    static BySpeaker of(OpenCase open) {
      return new BySpeaker(
          ClaimIndex.of(open, _ -> claim -> List.of(claim.speaker()), TreeMap::new));
    }

    @Override
    public @Nullable Following after(OpenCase next) {
      return index.after(next).map(BySpeaker::new).orElse(null);
    }
  }

  /// The claims of any of these lists, by date.
  private static List<Claim> union(List<List<Claim>> lists) {
    if (lists.size() == 1) {
      return Collections.unmodifiableList(lists.getFirst());
    }
    List<Claim> all = new ArrayList<>();
    lists.forEach(all::addAll);
    all.sort(CaseView.CLAIMS_IN_ORDER);
    List<Claim> once = new ArrayList<>(all.size());
    for (Claim each : all) {
      if (once.isEmpty() || !once.getLast().id().equals(each.id())) {
        once.add(each);
      }
    }
    return Collections.unmodifiableList(once);
  }

  /// Derived data of a case that is updated incrementally when the case changes.
  public interface Following {

    /// The same, of what the same viewer sees after a change; null if it is made anew when asked
    /// for.
    @Nullable Following after(OpenCase next);
  }

  /// Opens what one viewer may see of a case.
  public OpenCase(CaseView view) {
    this(view, new Object(), new RecentCache<>(BOARDS_KEPT));
  }

  private OpenCase(
      CaseView view,
      Object lineage,
      RecentCache<AsOf, Optional<Finding<WeakestSources<AgreedCount>>>> restsOn) {
    this.view = view;
    this.lineage = lineage;
    this.restsOn = restsOn;
    this.acts = Acts.of(view);
    Set<LocalDate> said = new TreeSet<>();
    for (Claim claim : view.claims()) {
      LocalDate day = claim.said().latestDay();
      if (!day.equals(LocalDate.MAX)) {
        said.add(day);
      }
    }
    for (RecordedAct act : acts.inOrder()) {
      if (act.doneBy().isBefore(LocalDate.MAX)) {
        said.add(act.doneBy());
      }
    }
    for (Party party : view.parties()) {
      spokenFor.put(party.id(), view.withMembers(party.id()));
    }
    this.days = List.copyOf(said);
    this.lastDay = CaseDay.shown(view, acts);
  }

  /// Opens what a viewer sees of a case after a change.
  ///
  /// @param before what the same viewer saw before it
  public OpenCase(CaseView view, OpenCase before) {
    this(view, before, new RecentCache<>(BOARDS_KEPT));
  }

  private OpenCase(
      CaseView view,
      OpenCase before,
      RecentCache<AsOf, Optional<Finding<WeakestSources<AgreedCount>>>> restsOn) {
    this(view, before.lineage, restsOn);
    before.made.forEach(
        (kind, each) -> {
          Following next = each.value instanceof Following following ? following.after(this) : null;
          if (next != null) {
            made.put(kind, new Derived(next));
          }
        });
    if (made.containsKey(AnyDay.class)) {
      before.boards.all().values().forEach(each -> carry(each.kept()));
      before.carried.values().stream()
          .filter(each -> carried.size() < BOARDS_KEPT)
          .forEach(this::carry);
      follow(AsOf.of(lastDay));
    }
    before.namings.forEach((as, each) -> namings.put(as, after(as, before, each)));
  }

  /// Keeps the rows of a board before, until its day is asked for.
  private void carry(BoardRows earlier) {
    boards().carried(earlier).ifPresent(each -> carried.putIfAbsent(each.asOf(), each));
  }

  /// Makes a board from that before: most pages show that of the last day.
  private void follow(AsOf asOf) {
    if (carried.containsKey(asOf)) {
      var _ = board(asOf);
    }
  }

  private OpenCase after(Naming as, OpenCase before, OpenCase known) {
    CaseView now = as.of(view);
    return now.equals(view)
        ? this
        : known == before
            ? new OpenCase(now, new Object(), restsOn)
            : new OpenCase(now, known, restsOn);
  }

  /// The same with names and titles in a language, where they are there; itself where none is.
  public OpenCase in(Language language) {
    return named(new Naming(language, false));
  }

  /// The same for a page, which marks what is in another language than its own.
  public OpenCase onPageIn(Language language) {
    return named(new Naming(language, true));
  }

  /// A view with its names as a page in a language marks them, without what an open case derives.
  public static CaseView onPageIn(Language language, CaseView view) {
    return new Naming(language, true).of(view);
  }

  private OpenCase named(Naming as) {
    return namings.computeIfAbsent(
        as,
        each -> {
          CaseView now = each.of(view);
          return now.equals(view) ? this : new OpenCase(now, new Object(), restsOn);
        });
  }

  /// How names and titles are said.
  ///
  /// @param isMarked whether those in another language are marked
  private record Naming(Language language, boolean isMarked) {

    CaseView of(CaseView view) {
      return view.withNames(
          name -> {
            LocalizedText chosen = name.in(language.tag());
            return isMarked ? ForeignText.mark(chosen, language) : chosen;
          });
    }
  }

  public CaseView view() {
    return view;
  }

  /// Tells the states of one view of the case from those of every other view. It holds none of
  /// them.
  public Object lineage() {
    return lineage;
  }

  /// The case without what became known after a day; itself if everything was known by then.
  ///
  /// @param day the day of knowledge; null for all knowledge
  public OpenCase asKnown(@Nullable LocalDate day) {
    return day == null
        ? this
        : knowledge.get(
            day,
            () -> {
              CaseView then = KnownRecords.of(view, day);
              return then.equals(view) ? this : new OpenCase(then);
            });
  }

  /// Derives now what pages of claims, points and sources share.
  public void prepare() {
    var _ = board(AsOf.of(lastDay));
    var _ = ledger();
    var _ = speakers();
    var _ = once(BySubject.class, BySubject::of);
    var _ = once(BySource.class, BySource::of);
    var _ = once(ByParty.class, ByParty::of);
    var _ = once(Spoken.class, Spoken::of);
  }

  /// The fate of every claim, with all knowledge.
  public Ledger ledger() {
    return once(Ledger.class, open -> open.boards().ledger(AsOf.of(LocalDate.MAX)));
  }

  /// The days on which something was certainly said, in order: where the slider stops.
  public List<LocalDate> days() {
    return days;
  }

  /// The day shown where none is asked for: the last one on which something was said or done.
  public LocalDate lastDay() {
    return lastDay;
  }

  /// Derived data of a case, by its class: computed once on first use, and kept while the case is
  /// open.
  ///
  /// @param kind the class of what is made; one way to make it for each class
  public <T> T once(Class<T> kind, Function<OpenCase, T> make) {
    return kind.cast(
        made.computeIfAbsent(kind, _ -> new Derived(null)).get(() -> make.apply(this)));
  }

  /// A derived value. While it is made, those who ask for another do not wait.
  private static final class Derived {

    private volatile @Nullable Object value;

    Derived(@Nullable Object value) {
      this.value = value;
    }

    Object get(Supplier<?> make) {
      Object known = value;
      return known != null ? known : made(make);
    }

    private synchronized Object made(Supplier<?> make) {
      Object known = value;
      if (known == null) {
        known = make.get();
        value = known;
      }
      return known;
    }
  }

  /// The bargaining problem the case states, or why it states none; read when first asked for.
  public synchronized PreparedProblem packages() {
    return packages.computeIfAbsent(
        Language.current(),
        _ -> PackagesOfDay.latest(view, board(new AsOf(lastDay, LocalDate.MAX)).acts()));
  }

  /// The stock of what is agreed, signed, ratified and carried out, until a day.
  public Stock stock(AsOf asOf) {
    boolean isOfFewDays = Stock.mostDays(boards()) <= BOARDS_KEPT / 4;
    return stocks.get(
        asOf, () -> Stock.of(boards(), asOf, isOfFewDays ? this::board : boards()::at));
  }

  /// The acts of a day, as known on a day.
  public ActLedger acts(AsOf asOf) {
    return ledgers.get(asOf, () -> acts.at(asOf));
  }

  /// The day from which steps are planned, where none is asked for.
  public LocalDate planDay() {
    return once(PlanDay.class, each -> new PlanDay(CaseDay.planned(each.view, each.acts()))).day();
  }

  private record PlanDay(LocalDate day) {}

  /// The acts, independent of the day.
  public Acts acts() {
    return acts;
  }

  /// The boards, for any day; prepared when first asked for.
  public Boards boards() {
    return once(AnyDay.class, AnyDay::of).boards;
  }

  /// The bargaining problem of a day, or why there is none.
  ///
  /// @param day the day; null for the last of the case, if a day of knowledge is given
  /// @param known the day of knowledge; null for all knowledge
  public PreparedProblem packages(@Nullable LocalDate day, @Nullable LocalDate known) {
    return day == null && known == null ? packages() : PackagesOfDay.of(view, acts(day, known));
  }

  /// The acts of a day.
  ///
  /// @param day the day; null for the last of the case
  /// @param known the day of knowledge; null for all knowledge
  public ActLedger acts(@Nullable LocalDate day, @Nullable LocalDate known) {
    return board(
            new AsOf(
                Objects.requireNonNullElse(day, lastDay()),
                Objects.requireNonNullElse(known, LocalDate.MAX)))
        .acts();
  }

  /// The board as of a day.
  public Board board(AsOf asOf) {
    return boards.get(asOf, () -> made(asOf));
  }

  private Board made(AsOf asOf) {
    BoardRows known = carried.remove(asOf);
    return known == null ? boards().at(asOf) : boards().at(known);
  }

  /// The expectations and forecasts known by a day, and how they came out.
  public Foretold foretold(AsOf asOf) {
    return foretold.get(asOf, () -> Foretold.of(view, asOf, this::boards));
  }

  /// The sources on which the count of a board rests; empty for a large case.
  public Optional<Finding<WeakestSources<AgreedCount>>> restsOn(AsOf asOf) {
    return restsOn.get(asOf, () -> RestsOnAnswer.find(view, board(asOf)));
  }

  /// The answer of the board as of a day.
  public Answer summary(AsOf asOf) {
    return new BoardWording(Messages.current(), view)
        .summary(
            summaries.get(asOf, () -> board(asOf).summary()),
            states.get(asOf, () -> board(asOf).states()));
  }

  /// The claims about exactly these subjects, by date.
  public List<Claim> claimsAbout(Collection<? extends Subject> subjects) {
    return among(once(BySubject.class, BySubject::of).index, subjects);
  }

  private static <K> List<Claim> among(ClaimIndex<K> found, Collection<? extends K> keys) {
    return union(keys.stream().distinct().map(found::get).toList());
  }

  /// The claims that any of these parties makes, or is spoken for in, by date.
  public List<Claim> claimsNaming(Collection<PartyId> parties) {
    return among(once(ByParty.class, ByParty::of).index, parties);
  }

  /// The claims of the speakers whose name passes, by date.
  public List<Claim> claimsBy(Predicate<String> name) {
    ClaimIndex<String> found = once(BySpeaker.class, BySpeaker::of).index;
    Set<String> names = found.keys().stream().filter(name).collect(Collectors.toSet());
    return names.size() < FEW_NAMES
        ? among(found, names)
        : view.claims().stream().filter(each -> names.contains(each.speaker())).toList();
  }

  /// A point and its components.
  public static List<Subject> withComponents(Point point) {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(point.id());
    point.components().forEach(component -> subjects.add(component.id()));
    return subjects;
  }

  /// The claims reported in a source, by date.
  public List<Claim> claimsIn(SourceId source) {
    return once(BySource.class, BySource::of).index.get(source);
  }

  /// The parties that `party` speaks for: itself and its members.
  public Set<PartyId> spokenFor(PartyId party) {
    return spokenFor.getOrDefault(party, Set.of(party));
  }

  /// The names of the speakers, by alphabet.
  public Set<String> speakers() {
    return once(BySpeaker.class, BySpeaker::of).index.keys();
  }

  /// Whether the words, the speaker or the office of claim number `index` contain `lowerCase`.
  public boolean mentions(int index, String lowerCase) {
    return once(Spoken.class, Spoken::of).texts.get(index).contains(lowerCase);
  }

  /// The analyst's positions on a point, in the order of the parties.
  public List<Position> positionsOn(Point point) {
    List<PartyId> order = view.parties().stream().map(Party::id).toList();
    return view.positions().stream()
        .filter(position -> position.point().equals(point.id()))
        .sorted(Comparator.comparingInt(p -> order.indexOf(p.party())))
        .toList();
  }

  /// The values of a quantity that a party accepts, in words; empty if nothing is on record by
  /// then.
  public String accepted(PartyId party, Subject subject, AsOf asOf) {
    Point point = subject instanceof PointId id ? view.find(id).orElse(null) : null;
    Quantity quantity = point == null ? null : point.quantity();
    if (point == null || quantity == null) {
      return "";
    }
    AcceptedRange range =
        CasePackages.position(view, asOf, party, point).map(Position::range).orElse(null);
    return range == null ? "" : QuantityWording.current().accepted(quantity, range);
  }
}
