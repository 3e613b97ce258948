package org.parley.web.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.answer.findings.PrecedentFindings;
import org.parley.answer.reference.PrecedentsAnswer;
import org.parley.answer.reference.PrecedentsAnswer.PrecedentTraits;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.model.CaseInfo;
import org.parley.model.Id;
import org.parley.model.text.Option;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.reference.AgreementScope;
import org.parley.reference.AgreementStage;
import org.parley.reference.ConflictKind;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.wording.PrecedentWording;

/// The precedents of a point, alone or together with others, and what became of them.
///
/// @param open the case
/// @param point the point
/// @param option the way to settle the point that is asked about; null for none
/// @param with the points it is asked together with
/// @param traits what counts as near, and the part of the list shown
/// @param answer the answer
public record PrecedentsPage(
    OpenCase open,
    Point point,
    @Nullable Option option,
    List<Point> with,
    PrecedentTraits traits,
    PrecedentsAnswer answer) {

  /// How many agreements a page lists.
  public static final int MOST = 50;

  /// How many the page of a point lists.
  private static final int FEW = 3;

  private static final int LAST = 100_000;

  /// The page for `?with=p5&option=p2-b&scope=interstate&from=50`.
  ///
  /// @throws NotOnRecord if a point or option is not on record
  /// @throws org.parley.web.view.BadQuery if a trait is unknown
  public static PrecedentsPage of(OpenCase open, String id, Query query, ReferenceShelf shelf) {
    Point point = point(open, id);
    List<Point> with = with(open, query);
    Option option = option(point, query);
    PrecedentTraits traits = traits(open, query, query.number("from", 0, LAST, 0), MOST);
    List<Point> all = new ArrayList<>(List.of(point));
    with.stream().filter(each -> !all.contains(each)).forEach(all::add);
    return new PrecedentsPage(
        open,
        point,
        option,
        all.subList(1, all.size()),
        traits,
        PrecedentsAnswer.of(all, option, traits, shelf.contents()));
  }

  /// The answer for programs.
  ///
  /// @param most how many agreements to list
  public static PrecedentsAnswer answer(
      OpenCase open, String id, Query query, ReferenceShelf shelf, int most) {
    Point point = point(open, id);
    List<Point> all = new ArrayList<>(List.of(point));
    with(open, query).stream().filter(each -> !all.contains(each)).forEach(all::add);
    return PrecedentsAnswer.of(
        all,
        option(point, query),
        traits(open, query, query.number("from", 0, LAST, 0), most),
        shelf.contents());
  }

  private static @Nullable Option option(Point point, Query query) {
    String asked = query.text("option");
    if (asked == null || asked.isBlank()) {
      return null;
    }
    return point.options().stream()
        .filter(each -> each.id().value().equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new NotOnRecord(
                    "option",
                    asked,
                    point.options().stream().map(each -> each.id().value()).toList()));
  }

  private static List<Point> with(OpenCase open, Query query) {
    return query.list("with").stream()
        .filter(each -> !each.isBlank())
        .map(each -> point(open, each))
        .distinct()
        .toList();
  }

  /// The traits that an address names; what it does not name is as the case has it.
  private static PrecedentTraits traits(OpenCase open, Query query, int from, int most) {
    PrecedentTraits recorded = PrecedentTraits.of(open.view().info().comparison(), from, most);
    return new PrecedentTraits(
        query.parameters().containsKey("scope")
            ? constant(query, "scope", AgreementScope.values(), AgreementScope::key)
            : recorded.scope(),
        query.parameters().containsKey("kind")
            ? constant(query, "kind", ConflictKind.values(), ConflictKind::key)
            : recorded.kind(),
        query.parameters().containsKey("stage")
            ? constant(query, "stage", AgreementStage.values(), AgreementStage::key)
            : recorded.stage(),
        from,
        most);
  }

  private static <T> @Nullable T constant(
      Query query, String name, T[] all, Function<T, String> key) {
    String asked = query.oneOf(name, Arrays.stream(all).map(key).toList());
    return Arrays.stream(all)
        .filter(each -> key.apply(each).equals(asked))
        .findFirst()
        .orElse(null);
  }

  /// The point with this id.
  ///
  /// @throws NotOnRecord if there is none
  static Point point(OpenCase open, String id) {
    Optional<Point> found =
        Id.SYNTAX.matcher(id).matches() ? open.view().find(new PointId(id)) : Optional.empty();
    return found.orElseThrow(
        () ->
            new NotOnRecord(
                "point",
                id,
                open.view().points().stream().map(each -> each.id().value()).toList()));
  }

  /// The counts that come with Parley and the newest well-known agreements, for the page of a
  /// point; null if the point has no topics.
  public static @Nullable PrecedentsAnswer inShort(CaseInfo info, Point point) {
    return point.topics().isEmpty()
        ? null
        : PrecedentsAnswer.of(
            List.of(point),
            PrecedentTraits.of(info.comparison(), 0, FEW),
            ReferenceShelf.none().contents());
  }

  /// The counts that come with Parley, for a way to settle a point; null if it has no topics of its
  /// own.
  public static @Nullable PrecedentsAnswer inShort(Point point, Option option) {
    return option.topics().isEmpty()
        ? null
        : PrecedentsAnswer.of(
            List.of(point), option, PrecedentTraits.none(0), ReferenceShelf.none().contents());
  }

  /// The address of this page about a way to settle a point.
  public static String address(Point point, Option option) {
    return Link.to(Address.PRECEDENTS, point.id().value())
        + "?option="
        + Link.encoded(option.id().value());
  }

  /// The ways to settle it that have topics of their own.
  public List<TraitChoice> options() {
    return point.options().stream()
        .filter(each -> !each.topics().isEmpty())
        .map(each -> new TraitChoice(each.id().value(), each.title().text(), each.equals(option)))
        .toList();
  }

  /// The name of the finding that states the counts.
  public String findingName() {
    List<Point> all = new ArrayList<>(List.of(point));
    all.addAll(with);
    return PrecedentFindings.name(all, option);
  }

  public Frame frame() {
    return Frame.of(Say.text("precedents.title"), open.view().info(), "board");
  }

  public String title() {
    List<Point> all = new ArrayList<>(List.of(point));
    all.addAll(with);
    return Say.text("precedents.title-of", "points", all.stream().map(Say::point).toList());
  }

  /// The other points with topics, which it can be asked together with.
  public List<Point> others() {
    return open.view().points().stream()
        .filter(each -> !each.equals(point) && !each.topics().isEmpty())
        .toList();
  }

  /// A choice of a list: what counts as near.
  public record TraitChoice(String value, String label, boolean chosen) {}

  public List<TraitChoice> scopes() {
    PrecedentWording wording = PrecedentWording.current();
    return Arrays.stream(AgreementScope.values())
        .map(each -> new TraitChoice(each.key(), wording.scope(each), each == traits.scope()))
        .toList();
  }

  public List<TraitChoice> kinds() {
    PrecedentWording wording = PrecedentWording.current();
    return Arrays.stream(ConflictKind.values())
        .map(each -> new TraitChoice(each.key(), wording.kind(each), each == traits.kind()))
        .toList();
  }

  public List<TraitChoice> stages() {
    PrecedentWording wording = PrecedentWording.current();
    return Arrays.stream(AgreementStage.values())
        .map(each -> new TraitChoice(each.key(), wording.stage(each), each == traits.stage()))
        .toList();
  }

  /// The address of the part of the list that begins after this many.
  public String from(int from) {
    StringBuilder query = new StringBuilder();
    with.forEach(each -> add(query, "with", each.id().value()));
    Option way = option;
    if (way != null) {
      add(query, "option", way.id().value());
    }
    AgreementScope scope = traits.scope();
    ConflictKind kind = traits.kind();
    AgreementStage stage = traits.stage();
    if (scope != null) {
      add(query, "scope", scope.key());
    }
    if (kind != null) {
      add(query, "kind", kind.key());
    }
    if (stage != null) {
      add(query, "stage", stage.key());
    }
    if (from > 0) {
      add(query, "from", String.format(Locale.ROOT, "%d", from));
    }
    return Link.to(Address.PRECEDENTS, point.id().value()) + query;
  }

  private static void add(StringBuilder query, String name, String value) {
    query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(Link.encoded(value));
  }

  /// The place of an agreement on the page.
  public static String anchor(PrecedentsAnswer.ListedPrecedent precedent) {
    Integer number = precedent.agreement();
    return number == null ? String.valueOf(precedent.known()) : "a" + number;
  }

  /// The first and last agreement shown, of those found.
  public String shown() {
    return Say.text(
        "precedents.shown",
        "from",
        answer.precedents().isEmpty() ? 0 : traits.from() + 1,
        "to",
        traits.from() + answer.precedents().size(),
        "found",
        answer.found());
  }

  public boolean hasNext() {
    return traits.from() + answer.precedents().size() < answer.found();
  }
}
