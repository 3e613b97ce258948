package org.parley.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.acts.Acts;
import org.parley.board.cell.Row;
import org.parley.board.cell.RowReader;
import org.parley.board.cell.SubjectClaims;
import org.parley.board.word.Ledger;
import org.parley.board.word.PreparedClaim;
import org.parley.board.word.PreparedClaims;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// The boards of one view for any day; work that does not depend on the day is done once.
///
/// Immutable. Memory is linear in the claims, where a claim about a whole counts once for each
/// part.
public final class Boards {

  /// The number of subjects arranged together; the parts are arranged in parallel.
  private static final int PART = 1 << 5;

  /// So many statements on a subject for a party are read by voice and reach. Below, reading all
  /// costs as little.
  private static final int RUNS_FROM = 16;

  /// With more statements that differ, and more than a share of all, boards are made anew.
  private static final int FEW = 200;

  private static final int SHARE = 100;

  private final int runsFrom;
  final PreparedClaims words;
  final Hierarchy hierarchy;

  /// The statements on every subject, the widest first.
  final Map<Subject, SubjectClaims> claimsBySubject;

  /// By subject, the statements about exactly that, and those of them that apply to its parts.
  private final Map<Subject, List<PreparedClaim>> about;

  private final Map<Subject, List<PreparedClaim>> aboutParts;

  /// The statements that deny others, and those that quote a share.
  final List<PreparedClaim> denials;

  final List<PreparedClaim> quotes;

  /// The claims that deny acts.
  final List<PreparedClaim> denialsOfActs;

  /// Tells these boards from those of other states.
  final Object state = new Object();

  /// Those of the state that these followed, and the subjects whose rows may differ since.
  private final @Nullable Object followed;

  private final Set<Subject> changedRows;

  /// The acts that can end what was said of a text, once asked for.
  private volatile @Nullable Acts ofTexts;

  /// The days on which rows may change, once asked for.
  private volatile @Nullable TurningDays turningDays;

  /// The first days of agreement that are known.
  private final Map<AgreementAsked, Optional<LocalDate>> firstDays = new ConcurrentHashMap<>();

  /// With more questions, answers do not follow.
  private static final int MOST_ASKED = 1_000;

  private record AgreementAsked(PointId point, List<PartyId> parties, AsOf until) {}

  private Boards(CaseView view, Acts acts, int runsFrom) {
    this.runsFrom = runsFrom;
    this.words = PreparedClaims.of(view, acts);
    this.hierarchy = new Hierarchy(view);
    this.about = new HashMap<>();
    this.aboutParts = new HashMap<>();
    for (PreparedClaim word : words.inOrder) {
      for (Subject subject : word.claim.about()) {
        about.computeIfAbsent(subject, _ -> new ArrayList<>()).add(word);
        if (word.bearsOnParts()) {
          aboutParts.computeIfAbsent(subject, _ -> new ArrayList<>()).add(word);
        }
      }
    }
    this.claimsBySubject = new LinkedHashMap<>();
    List<Subject> subjects = hierarchy.subjects();
    Map<Subject, SubjectClaims> arranged = arranged(subjects);
    subjects.forEach(each -> claimsBySubject.put(each, Objects.requireNonNull(arranged.get(each))));
    this.followed = null;
    this.changedRows = Set.of();
    this.denials = words.inOrder.stream().filter(Boards::denies).toList();
    this.quotes = words.inOrder.stream().filter(Boards::quotesShare).toList();
    this.denialsOfActs = words.inOrder.stream().filter(Boards::deniesAct).toList();
  }

  private Boards(Boards before, CaseView view, PreparedClaims.Renewal renewal) {
    this.runsFrom = before.runsFrom;
    this.words = renewal.words();
    this.hierarchy = new Hierarchy(view);
    this.about = new HashMap<>(before.about);
    this.aboutParts = new HashMap<>(before.aboutParts);
    Set<Subject> named = new HashSet<>();
    renewal.gone().forEach(each -> named.addAll(each.claim.about()));
    renewal.came().forEach(each -> named.addAll(each.claim.about()));
    for (Subject each : named) {
      Predicate<PreparedClaim> isAbout = word -> word.claim.about().contains(each);
      about.put(each, renewal.renewed(about.getOrDefault(each, List.of()), isAbout));
      aboutParts.put(
          each,
          renewal.renewed(
              aboutParts.getOrDefault(each, List.of()), isAbout.and(PreparedClaim::bearsOnParts)));
    }
    this.claimsBySubject = new LinkedHashMap<>(before.claimsBySubject);
    List<PreparedClaim> differing = new ArrayList<>(renewal.gone());
    differing.addAll(renewal.came());
    claimsBySubject.putAll(arranged(List.copyOf(subjectsOf(differing))));
    this.followed = before.state;
    TurningDays days = before.turningDays;
    this.turningDays = days == null ? null : new TurningDays(days, renewal);
    this.changedRows =
        differing.stream().anyMatch(Boards::bearsOnActs)
            ? Set.copyOf(hierarchy.subjects())
            : subjectsOf(words.withCorrected(differing));
    if (before.firstDays.size() <= MOST_ASKED) {
      firstDays.putAll(before.firstDays);
      Set<Subject> reread = subjectsOf(words.withCorrected(renewal.differing()));
      boolean isOfActs = renewal.differing().stream().anyMatch(Boards::bearsOnActs);
      firstDays.keySet().removeIf(asked -> isOfActs || mayDiffer(asked.point, reread));
    }
    this.denials = renewal.renewed(before.denials, Boards::denies);
    this.quotes = renewal.renewed(before.quotes, Boards::quotesShare);
    this.denialsOfActs = renewal.renewed(before.denialsOfActs, Boards::deniesAct);
  }

  /// Whether the rows of a point may differ, or the days on which it is shown.
  ///
  /// @param reread the subjects of claims that differ
  private boolean mayDiffer(PointId point, Set<Subject> reread) {
    Instrument instrument = words.view.get(words.view.get(point).instrument());
    boolean isAlwaysShown = instrument.known() == null && instrument.versions().isEmpty();
    return reread.contains(point)
        || (!isAlwaysShown && reread.stream().anyMatch(each -> isWithin(each, instrument)));
  }

  private static boolean denies(PreparedClaim word) {
    return !word.claim.contradicts().isEmpty();
  }

  private static boolean quotesShare(PreparedClaim word) {
    return word.claim.asserts().findShare().isPresent();
  }

  private static boolean bearsOnActs(PreparedClaim word) {
    return word.is(Assertion.Denied.class) || word.is(Assertion.Confirmed.class);
  }

  private static boolean deniesAct(PreparedClaim word) {
    return word.is(Assertion.Denied.class);
  }

  /// The subjects on which one of some statements is read.
  private Set<Subject> subjectsOf(Collection<PreparedClaim> some) {
    Set<Subject> named = new HashSet<>();
    Set<Subject> wholes = new HashSet<>();
    for (PreparedClaim each : some) {
      named.addAll(each.claim.about());
      if (each.bearsOnParts()) {
        wholes.addAll(each.claim.about());
      }
    }
    Set<Subject> subjects = new LinkedHashSet<>();
    for (Subject each : hierarchy.subjects()) {
      if (named.contains(each) || hierarchy.wholesOf(each).stream().anyMatch(wholes::contains)) {
        subjects.add(each);
      }
    }
    return subjects;
  }

  /// The boards of `view`.
  public static Boards of(CaseView view) {
    return of(view, Acts.of(view));
  }

  /// The same with the acts of the view, if they are at hand.
  public static Boards of(CaseView view, Acts acts) {
    return new Boards(view, acts, RUNS_FROM);
  }

  /// The same, reading all statements on every subject.
  static Boards readingAll(CaseView view) {
    return new Boards(view, Acts.of(view), Integer.MAX_VALUE);
  }

  /// The boards of a later state of the view in which few claims differ. All statements on other
  /// subjects stay as they are.
  ///
  /// Cost: a pass over the claims, and the statements on the subjects of those that differ.
  ///
  /// @param acts the acts of that state
  /// @return empty if the boards are better made anew
  public Optional<Boards> after(CaseView next, Acts acts) {
    return words
        .after(next, acts, Math.max(FEW, words.inOrder.size() / SHARE))
        .map(renewal -> new Boards(this, next, renewal));
  }

  /// The board as of a day.
  public Board at(AsOf asOf) {
    return new Board(this, asOf, Map.of());
  }

  /// The rows of a board that are the same in these boards.
  ///
  /// @param earlier rows of the state that these boards followed
  /// @return empty for rows of another state
  public Optional<BoardRows> carried(BoardRows earlier) {
    return earlier.state.equals(followed)
        ? Optional.of(earlier.without(changedRows, state))
        : Optional.empty();
  }

  /// The board of a day of which some rows are known.
  ///
  /// @param known rows that were [#carried] to these boards
  public Board at(BoardRows known) {
    return new Board(this, known.asOf(), known.state.equals(state) ? known.results : Map.of());
  }

  /// How many claims and acts are read.
  int size() {
    return words.inOrder.size();
  }

  /// The row of one subject as of a day, without the rest of the board.
  Row row(Subject subject, AsOf asOf) {
    return read(subject, asOf, ofTexts()).row();
  }

  /// The acts of the instruments whose text can be replaced, those that correct them, and so on.
  private Acts ofTexts() {
    Acts known = ofTexts;
    if (known == null) {
      Set<Object> replaceable = new HashSet<>();
      for (Instrument each : words.view.instruments()) {
        if (each.versions().size() > 1) {
          replaceable.add(each.id());
        }
      }
      known = words.acts.about(replaceable::contains);
      ofTexts = known;
    }
    return known;
  }

  private RowReader.Result read(Subject subject, AsOf asOf, Acts ofTexts) {
    SubjectClaims claims = claimsBySubject.get(subject);
    if (claims == null) {
      throw new NoSuchElementException("\"" + subject + "\" is on no board");
    }
    TextSince since = new TextSince(words.view, hierarchy, ofTexts.at(asOf));
    return new RowReader(words, ledger(asOf)).read(subject, claims, since.of(subject));
  }

  /// The days on which rows may change.
  TurningDays turningDays() {
    TurningDays known = turningDays;
    if (known == null) {
      known = new TurningDays(words);
      turningDays = known;
    }
    return known;
  }

  /// The first day on which a subject was agreed among columns and shown.
  ///
  /// Cost: a row for each day that may decide it, in time linear in the claims. Where it was agreed
  /// and not shown yet, a board for the day as well. Answers are kept, and follow a change of
  /// claims about other points.
  public Optional<LocalDate> agreedOn(PointId point, List<PartyId> parties, AsOf until) {
    return firstDays.computeIfAbsent(
        new AgreementAsked(point, List.copyOf(parties), until),
        _ -> firstAgreed(point, parties, until));
  }

  private Optional<LocalDate> firstAgreed(PointId point, List<PartyId> parties, AsOf until) {
    Acts ofTexts = ofTexts();
    for (LocalDate day : decidingDays(point).headSet(until.date(), true)) {
      AsOf asOf = new AsOf(day, until.knownAt());
      if (standing(point, parties, asOf, ofTexts) == Stance.AGREED && at(asOf).shows(point)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  /// The standing of one subject among columns as of a day, without the rest of the board.
  private Stance standing(Subject subject, List<PartyId> parties, AsOf asOf, Acts ofTexts) {
    RowReader.Pairs pairs = read(subject, asOf, ofTexts).pairs();
    return new Completeness(words, hierarchy, Map.of(subject, pairs), _ -> true)
        .standing(subject, parties);
  }

  /// The days on which what is said or done may change the row of a point.
  private NavigableSet<LocalDate> decidingDays(PointId point) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (ClaimId each : deciding(point)) {
      days.add(AsOf.saidBy(words.view.get(each)));
    }
    Set<Subject> wider = new HashSet<>(hierarchy.wholesOf(point));
    wider.add(point);
    days.addAll(showing(words.view.get(words.view.get(point).instrument())));
    words.acts.about(wider::contains).inOrder().forEach(each -> days.add(each.doneBy()));
    return days;
  }

  /// The days on which an instrument, or a point of it, may begin to be shown.
  private Set<LocalDate> showing(Instrument instrument) {
    Set<LocalDate> days = new HashSet<>();
    Edtf known = instrument.known();
    if (known != null) {
      days.add(known.latestDay());
    }
    instrument.versions().forEach(each -> days.add(each.date().latestDay()));
    if (!days.isEmpty()) {
      words.view.claims().stream()
          .filter(each -> each.about().stream().anyMatch(part -> isWithin(part, instrument)))
          .forEach(each -> days.add(AsOf.saidBy(each)));
    }
    return days;
  }

  private boolean isWithin(Subject subject, Instrument instrument) {
    return hierarchy.instrumentOf(subject).filter(instrument.id()::equals).isPresent();
  }

  /// The acts of the view.
  public Acts acts() {
    return words.acts;
  }

  /// The ledger as of a day.
  public Ledger ledger(AsOf asOf) {
    return Ledger.of(words, asOf);
  }

  /// The claims that may decide the row of a subject on some day. They are about it or a whole it
  /// is part of, or correct such a claim. Acts may decide it as well.
  ///
  /// Cost: linear in what is found.
  public Set<ClaimId> deciding(Subject subject) {
    Set<Subject> wider = new HashSet<>(hierarchy.wholesOf(subject));
    wider.add(subject);
    Set<ClaimId> deciding = new LinkedHashSet<>();
    words
        .withCorrections(turningDays().claimsAbout(wider))
        .forEach(each -> deciding.add(each.id()));
    return deciding;
  }

  /// By some subjects, the statements about each and those about its wholes that apply to parts.
  private Map<Subject, SubjectClaims> arranged(List<Subject> subjects) {
    List<SubjectClaims> arranged =
        IntStream.rangeClosed(0, subjects.size() / PART)
            .parallel()
            .mapToObj(part -> part(subjects, part))
            .flatMap(List::stream)
            .toList();
    Map<Subject, SubjectClaims> claims = new HashMap<>();
    for (int i = 0; i < arranged.size(); i++) {
      claims.put(subjects.get(i), arranged.get(i));
    }
    return claims;
  }

  private List<SubjectClaims> part(List<Subject> subjects, int part) {
    SubjectClaims.Arranger arranger = new SubjectClaims.Arranger(words, runsFrom);
    List<SubjectClaims> arranged = new ArrayList<>();
    for (Subject subject :
        subjects.subList(part * PART, Math.min((part + 1) * PART, subjects.size()))) {
      List<List<PreparedClaim>> bearing = new ArrayList<>();
      bearing.add(about.getOrDefault(subject, List.of()));
      for (Subject whole : hierarchy.wholesOf(subject)) {
        bearing.add(aboutParts.getOrDefault(whole, List.of()));
      }
      List<PreparedClaim> once = inOrderOnce(bearing);
      arranged.add(
          arranger.arrange(subject, once.stream().filter(word -> isOf(word, subject)).toList()));
    }
    return arranged;
  }

  /// Whether the version of the instrument that an act concerned contains a subject.
  private boolean isOf(PreparedClaim word, Subject subject) {
    if (word.act == null) {
      return true;
    }
    Point point =
        switch (subject) {
          case PointId id -> words.view.get(id);
          case ComponentId id -> words.view.pointOf(id);
          default -> null;
        };
    return point == null || words.acts.concerns(word.act, point);
  }

  /// The union in order of time. A statement about a subject and about a whole it is part of
  /// applies to it once.
  private List<PreparedClaim> inOrderOnce(List<List<PreparedClaim>> lists) {
    int[] indices = new int[lists.stream().mapToInt(List::size).sum()];
    int count = 0;
    for (List<PreparedClaim> list : lists) {
      for (PreparedClaim word : list) {
        indices[count++] = word.index;
      }
    }
    Arrays.sort(indices);
    List<PreparedClaim> once = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      if (i == 0 || indices[i] != indices[i - 1]) {
        once.add(words.inOrder.get(indices[i]));
      }
    }
    return once;
  }
}
