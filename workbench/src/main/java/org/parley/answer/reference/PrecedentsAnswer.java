package org.parley.answer.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.exchange.reference.ShippedAgreements;
import org.parley.exchange.reference.ShippedFigures;
import org.parley.model.CaseComparison;
import org.parley.model.date.Edtf;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.reference.AgreementFate;
import org.parley.reference.AgreementScope;
import org.parley.reference.AgreementStage;
import org.parley.reference.CodeProvisions;
import org.parley.reference.ConflictKind;
import org.parley.reference.Edition;
import org.parley.reference.KnownAgreement;
import org.parley.reference.KnownAgreements;
import org.parley.reference.Precedent;
import org.parley.reference.PrecedentList;
import org.parley.reference.PrecedentQuery;
import org.parley.reference.Precedents;
import org.parley.reference.Provision;
import org.parley.reference.ProvisionCourse;
import org.parley.reference.ReferenceFigures;
import org.parley.reference.RowShare;
import org.parley.wording.PrecedentWording;

/// Agreements with the topics of some points, and what became of them.
///
/// @param points the points
/// @param option the way to settle the first of them that is asked about; absent if none is
/// @param codes their topics, as PA-X codes
/// @param fromRows whether the counts come from rows, which are then given; else from the figures
///   that come with Parley
/// @param editions the editions of the counts
/// @param topics for each topic, the agreements with it
/// @param together the agreements with all topics; absent with fewer than two, and without rows
///   also with more than two
/// @param atMost no more agreements have all topics; absent if their number is known
/// @param done for each provision about these topics, the accords that had done it
/// @param found how many agreements have all topics; without rows, of the list that comes with
///   Parley
/// @param precedents some of them: the nearest first, then the newest
/// @param notes the definitions, and where the files are had
public record PrecedentsAnswer(
    List<PointId> points,
    @Nullable OptionId option,
    List<String> codes,
    String headline,
    boolean fromRows,
    List<String> editions,
    List<TopicCount> topics,
    @Nullable RowCount together,
    @Nullable Integer atMost,
    List<DoneShares> done,
    int found,
    List<ListedPrecedent> precedents,
    List<String> notes) {

  /// How many agreements have a topic, and how many of those between states.
  public record TopicCount(String code, String words, RowCount all, RowCount interstate) {}

  /// A count with its rows.
  ///
  /// @param rows the numbers of the agreements or rows counted; empty without rows
  public record RowCount(int count, int total, List<Integer> rows) {

    static RowCount of(RowShare share) {
      return new RowCount(share.count(), share.total(), share.part());
    }
  }

  /// Shares of accords that had done a provision, by year.
  public record DoneShares(Provision provision, String words, List<DoneShare> years) {}

  /// The share in one year.
  ///
  /// @param rows the rows of the accords that had done it; empty without rows
  public record DoneShare(int year, int done, int followed, List<Integer> rows) {}

  /// One agreement.
  ///
  /// @param agreement its number in PA-X; absent if it is not there
  /// @param known its id in the list that comes with Parley; absent if it is not there
  /// @param parties those who concluded it, as that list names them
  /// @param points what became of each topic asked for, as far as that list has it
  /// @param document the document with its text; absent if none is named
  /// @param address the page of the collection about it; absent if none is known
  /// @param text the address of its text; absent if none is at hand
  /// @param grades the grade of each topic that has grades, from 1 to 3
  /// @param nearness how many of the traits asked for it shares
  /// @param accord its number in the Peace Accords Matrix; absent if it is not followed there
  /// @param ended whether it ended; absent if that is not known
  /// @param words its traits and what became of it
  public record ListedPrecedent(
      @Nullable Integer agreement,
      @Nullable String known,
      String title,
      LocalDate date,
      @Nullable String process,
      @Nullable String conflict,
      List<String> parties,
      AgreementScope scope,
      ConflictKind kind,
      AgreementStage stage,
      @Nullable String document,
      @Nullable String address,
      @Nullable String text,
      Map<String, Integer> grades,
      int nearness,
      @Nullable Integer accord,
      List<ListedCourse> courses,
      List<ListedPoint> points,
      @Nullable Boolean ended,
      @Nullable Edtf endedOn,
      String words) {}

  /// Whether and when a topic was carried out, as the list that comes with Parley has it.
  ///
  /// @param done the date by which it had been carried out; absent if none is recorded
  /// @param missed whether it was never carried out
  public record ListedPoint(String code, @Nullable Edtf done, boolean missed, String words) {}

  /// How a provision of an accord was carried out.
  public record ListedCourse(Provision provision, List<CourseYear> years, String words) {}

  /// The level of implementation in one year, from 0 to 3.
  ///
  /// @param row the row of the Peace Accords Matrix
  public record CourseYear(int year, int level, int row) {}

  /// The traits that count as near, and the part of the list that is wanted.
  ///
  /// @param scope who concludes the agreement; null if that does not count
  /// @param kind its incompatibility; null if that does not count
  /// @param stage its stage; null if that does not count
  /// @param from how many precedents to leave out
  /// @param most how many to list
  public record PrecedentTraits(
      @Nullable AgreementScope scope,
      @Nullable ConflictKind kind,
      @Nullable AgreementStage stage,
      int from,
      int most) {

    /// Those of the class that a case is compared with; none if no class is on record.
    public static PrecedentTraits of(@Nullable CaseComparison chosen, int from, int most) {
      return chosen == null
          ? new PrecedentTraits(null, null, null, from, most)
          : new PrecedentTraits(
              switch (chosen.between()) {
                case null -> null;
                case INTERSTATE -> AgreementScope.INTERSTATE;
                case MIXED -> AgreementScope.MIXED;
                case INTRASTATE -> AgreementScope.INTRASTATE;
                case LOCAL -> AgreementScope.LOCAL;
              },
              switch (chosen.about()) {
                case null -> null;
                case TERRITORY -> ConflictKind.TERRITORY;
                case GOVERNMENT -> ConflictKind.GOVERNMENT;
                case BOTH -> ConflictKind.BOTH;
              },
              AgreementStage.of(chosen.stage()),
              from,
              most);
    }

    /// The newest first.
    public static PrecedentTraits none(int most) {
      return new PrecedentTraits(null, null, null, 0, most);
    }
  }

  /// The answer about points that are negotiated together.
  public static PrecedentsAnswer of(
      List<Point> points, PrecedentTraits traits, ReferenceShelf.CopyContents shelf) {
    return of(points, null, traits, shelf);
  }

  /// The answer about points, one of them settled in a certain way: its topics come to those of the
  /// points.
  ///
  /// @param option a way to settle one of the points; null for none
  public static PrecedentsAnswer of(
      List<Point> points,
      @Nullable Option option,
      PrecedentTraits traits,
      ReferenceShelf.CopyContents shelf) {
    TreeSet<String> codes = new TreeSet<>();
    points.forEach(each -> codes.addAll(each.topics()));
    if (option != null) {
      codes.addAll(option.topics());
    }
    OptionId id = option == null ? null : option.id();
    PrecedentQuery query =
        new PrecedentQuery(List.copyOf(codes), traits.scope, traits.kind, traits.stage);
    List<PointId> ids = points.stream().map(Point::id).toList();
    Precedents precedents = shelf.precedents();
    return precedents.isEmpty()
        ? ofFigures(ids, id, query, traits, shelf)
        : ofRows(ids, id, query, traits, shelf, precedents.find(query));
  }

  private static PrecedentsAnswer ofFigures(
      List<PointId> points,
      @Nullable OptionId option,
      PrecedentQuery query,
      PrecedentTraits traits,
      ReferenceShelf.CopyContents shelf) {
    PrecedentWording wording = PrecedentWording.current();
    ReferenceFigures figures = ShippedFigures.get();
    List<TopicCount> topics = new ArrayList<>();
    for (String code : query.codes()) {
      ReferenceFigures.CodeCount count =
          figures.codes().getOrDefault(code, new ReferenceFigures.CodeCount(0, 0));
      topics.add(
          new TopicCount(
              code,
              wording.topic(code),
              new RowCount(count.all(), figures.agreements(), List.of()),
              new RowCount(count.interstate(), figures.interstate(), List.of())));
    }
    List<DoneShares> done = new ArrayList<>();
    for (Provision provision : CodeProvisions.of(query.codes())) {
      done.add(
          new DoneShares(
              provision,
              wording.provision(provision),
              figures.done().getOrDefault(provision, List.of()).stream()
                  .map(each -> new DoneShare(each.year(), each.done(), each.followed(), List.of()))
                  .toList()));
    }
    List<String> notes = new ArrayList<>(shelf.problems());
    notes.addAll(wording.definitions(query.codes(), !done.isEmpty()));
    KnownAgreements known = ShippedAgreements.get();
    List<KnownAgreement> found = known.find(query);
    if (!query.codes().isEmpty()) {
      notes.add(wording.knownList(found.size(), known.agreements().size(), known.asOf()));
    }
    notes.add(wording.howToGet());
    ReferenceFigures.Together together = figures.together(query.codes());
    boolean isCombined = query.codes().size() > 1;
    RowCount exact =
        isCombined && together.isExact()
            ? new RowCount(together.count(), figures.agreements(), List.of())
            : null;
    Integer atMost = isCombined && !together.isExact() ? Integer.valueOf(together.count()) : null;
    return new PrecedentsAnswer(
        points,
        option,
        query.codes(),
        atMost == null
            ? headline(wording, query, topics, exact)
            : wording.atMost(query.codes(), atMost, figures.agreements()),
        false,
        ShippedFigures.EDITIONS.stream().map(Edition::key).toList(),
        topics,
        exact,
        atMost,
        done,
        found.size(),
        found.stream()
            .skip(traits.from)
            .limit(traits.most)
            .map(each -> listed(each, query, wording))
            .toList(),
        notes);
  }

  private static PrecedentsAnswer ofRows(
      List<PointId> points,
      @Nullable OptionId option,
      PrecedentQuery query,
      PrecedentTraits traits,
      ReferenceShelf.CopyContents shelf,
      PrecedentList found) {
    PrecedentWording wording = PrecedentWording.current();
    List<TopicCount> topics = new ArrayList<>();
    for (String code : query.codes()) {
      PrecedentList.CodeShare share = found.byCode().get(code);
      if (share != null) {
        topics.add(
            new TopicCount(
                code,
                wording.topic(code),
                RowCount.of(share.all()),
                RowCount.of(share.interstate())));
      }
    }
    RowCount together = query.codes().size() < 2 ? null : RowCount.of(found.together());
    boolean isFollowed = shelf.editions().contains(Edition.PAM_1_5);
    List<DoneShares> done = new ArrayList<>();
    ReferenceFigures figures = ShippedFigures.get();
    found
        .done()
        .forEach(
            (provision, years) -> {
              List<DoneShare> shares =
                  isFollowed
                      ? years.entrySet().stream()
                          .map(
                              each ->
                                  new DoneShare(
                                      each.getKey(),
                                      each.getValue().count(),
                                      each.getValue().total(),
                                      each.getValue().part()))
                          .toList()
                      : figures.done().getOrDefault(provision, List.of()).stream()
                          .map(
                              each ->
                                  new DoneShare(
                                      each.year(), each.done(), each.followed(), List.of()))
                          .toList();
              done.add(new DoneShares(provision, wording.provision(provision), shares));
            });
    List<String> notes = new ArrayList<>(shelf.problems());
    notes.addAll(wording.definitions(query.codes(), !done.isEmpty()));
    if (shelf.newer() > 0) {
      notes.add(wording.newer(shelf.newer()));
    }
    return new PrecedentsAnswer(
        points,
        option,
        query.codes(),
        headline(wording, query, topics, together),
        true,
        List.of(Edition.PAX_9.key(), Edition.PAM_1_5.key()),
        topics,
        together,
        null,
        done,
        found.precedents().size(),
        found.precedents().stream()
            .skip(traits.from)
            .limit(traits.most)
            .map(each -> listed(each, query, wording))
            .toList(),
        notes);
  }

  private static String headline(
      PrecedentWording wording,
      PrecedentQuery query,
      List<TopicCount> topics,
      @Nullable RowCount together) {
    if (topics.isEmpty()) {
      return wording.noTopics();
    }
    if (together != null) {
      return wording.together(query.codes(), together.count, together.total);
    }
    TopicCount most = topics.getFirst();
    for (TopicCount each : topics) {
      most = each.all.count < most.all.count ? each : most;
    }
    return wording.headline(
        most.code, most.all.count, most.all.total, most.interstate.count, most.interstate.total);
  }

  /// An agreement of the list that comes with Parley.
  private static ListedPrecedent listed(
      KnownAgreement each, PrecedentQuery query, PrecedentWording wording) {
    return new ListedPrecedent(
        each.pax(),
        each.id(),
        wording.name(each.name()),
        each.signed(),
        null,
        null,
        each.parties().stream().map(wording::name).toList(),
        each.scope(),
        each.kind(),
        each.stage(),
        each.document(),
        each.address(),
        null,
        Map.of(),
        each.nearness(query),
        each.pam(),
        List.of(),
        points(each, query, wording),
        each.fate() == null ? null : each.fate() == KnownAgreement.KnownFate.ENDED,
        each.fateOn(),
        wording.traits(each));
  }

  private static List<ListedPoint> points(
      KnownAgreement agreement, PrecedentQuery query, PrecedentWording wording) {
    List<ListedPoint> points = new ArrayList<>();
    for (String code : query.codes()) {
      KnownAgreement.PointFate fate = agreement.points().get(code);
      if (fate != null) {
        points.add(
            new ListedPoint(code, fate.done(), fate.isMissed(), wording.pointFate(code, fate)));
      }
    }
    return points;
  }

  private static ListedPrecedent listed(
      Precedent each, PrecedentQuery query, PrecedentWording wording) {
    KnownAgreement known = ShippedAgreements.get().findInPax(each.agreement().id()).orElse(null);
    AgreementFate fate = each.fate();
    LocalDate endedOn = fate == null ? null : fate.on();
    return new ListedPrecedent(
        each.agreement().id(),
        known == null ? null : known.id(),
        each.agreement().title(),
        each.agreement().date(),
        each.agreement().process(),
        each.agreement().conflict(),
        known == null ? List.of() : known.parties().stream().map(wording::name).toList(),
        each.agreement().scope(),
        each.agreement().kind(),
        each.agreement().stage(),
        known == null ? null : known.document(),
        each.agreement().address(),
        each.agreement().text(),
        each.grades(),
        each.nearness(),
        each.accord(),
        each.courses().stream().map(course -> course(course, wording)).toList(),
        known == null ? List.of() : points(known, query, wording),
        fate == null ? null : fate.ended(),
        endedOn == null ? null : Edtf.of(endedOn),
        wording.traits(each).text());
  }

  private static ListedCourse course(ProvisionCourse course, PrecedentWording wording) {
    return new ListedCourse(
        course.provision(),
        course.years().stream()
            .map(each -> new CourseYear(each.year(), each.state().level(), each.row()))
            .toList(),
        wording.course(course).text());
  }
}
