package org.parley.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.document.InstrumentTexts.AvailableText;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Instrument;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Segment;
import org.parley.model.text.TextVersion;
import org.parley.provision.ProvisionNumber;
import org.parley.provision.Unit;

/// Puts a text together from the texts of points: the version asked for, or the latest before it.
final class PointTexts {

  private final CaseView view;
  private final AvailableText asked;
  private final @Nullable String language;
  private final boolean isVersion;
  private final Set<PointId> known;
  private final ElementIds ids = new ElementIds();

  private PointTexts(
      CaseView view,
      Instrument instrument,
      List<Point> points,
      AvailableText asked,
      @Nullable String language) {
    this.view = view;
    this.asked = asked;
    this.language = language;
    this.isVersion =
        instrument.versions().stream().anyMatch(each -> each.version().equals(asked.version()));
    this.known = points.stream().map(Point::id).collect(Collectors.toSet());
  }

  static DocumentText read(
      CaseView view,
      Instrument instrument,
      List<Point> points,
      AvailableText asked,
      @Nullable String language) {
    PointTexts texts = new PointTexts(view, instrument, points, asked, language);
    List<DocumentElement> elements = new ArrayList<>();
    for (Point each : points) {
      PointId in = each.partOf();
      if (in == null || !texts.known.contains(in)) {
        texts.element(each, null, "", 0, elements.isEmpty()).ifPresent(elements::add);
      }
    }
    return new DocumentText(elements, language, List.of());
  }

  private Optional<DocumentElement> element(
      Point point, @Nullable Point in, String inside, int items, boolean isFirst) {
    if (isVersion && !view.isInVersion(point, asked.version())) {
      return Optional.empty();
    }
    TextVersion text = text(point);
    if (isFrame(point) && text != null) {
      ElementKind kind = isFirst ? ElementKind.OPENING : ElementKind.CLOSING;
      return Optional.of(
          new DocumentElement(
              ids.next("", kind, null, "", 0), kind, "", "", text.text(), point.id(), List.of()));
    }
    Numbering numbering = Numbering.of(point, in);
    String id = ids.next(inside, numbering.kind, numbering.number, numbering.printed, items);
    int below = numbering.kind == ElementKind.ITEM ? items + 1 : items;
    List<DocumentElement> parts = new ArrayList<>();
    for (Point each : view.pointsIn(point.id())) {
      element(each, point, id, below, false).ifPresent(parts::add);
    }
    if (text == null && parts.isEmpty() && (point.heading() || !point.texts().isEmpty())) {
      return Optional.empty();
    }
    List<Segment> words = text == null ? List.of() : text.text();
    return Optional.of(
        new DocumentElement(
            id,
            numbering.kind,
            numbering.printed,
            heading(point, words),
            words,
            point.id(),
            parts));
  }

  /// The words before and after the provisions are a heading that is called by its name alone.
  private boolean isFrame(Point point) {
    return point.heading()
        && point.partOf() == null
        && point.number().replaceFirst("/\\d+$", "").equals(point.title().text())
        && view.pointsIn(point.id()).isEmpty();
  }

  private @Nullable TextVersion text(Point point) {
    TextVersion latest = null;
    for (TextVersion each : point.texts()) {
      String own = each.language();
      if (own != null && language != null && !own.equals(language)) {
        continue;
      }
      if (each.version().equals(asked.version())) {
        return each;
      }
      if (!asked.date().latestDay().isBefore(each.date().latestDay())) {
        latest = each;
      }
    }
    return latest;
  }

  /// The title of a point, unless it is the beginning of the words.
  private static String heading(Point point, List<Segment> words) {
    String title = point.title().text();
    String begun = title.endsWith(" …") ? title.substring(0, title.length() - 2) : title;
    String first =
        words.isEmpty()
            ? ""
            : words.getFirst() instanceof Segment.Plain(String said)
                ? said.strip().replaceAll("\\s+", " ")
                : "[";
    boolean isBeginning =
        first.startsWith(begun) || (first.startsWith("[") && title.startsWith("["));
    return isBeginning || title.equals(point.number()) ? "" : title;
  }

  /// How the number of a point is printed.
  private record Numbering(ElementKind kind, @Nullable ProvisionNumber number, String printed) {

    static Numbering of(Point point, @Nullable Point in) {
      String own = point.number();
      if (in != null && own.startsWith(in.number()) && own.length() > in.number().length()) {
        String rest = own.substring(in.number().length());
        own = rest.startsWith("(") || rest.startsWith(ProvisionNumber.PILCROW) ? rest : own;
      }
      if (own.startsWith(ProvisionNumber.PILCROW)) {
        return new Numbering(ElementKind.ITEM, null, "");
      }
      if (point.heading() && own.startsWith("§")) {
        return new Numbering(ElementKind.HEADING, null, "");
      }
      String written = own.replaceFirst("/\\d+$", "");
      Optional<ProvisionNumber> read = ProvisionNumber.find(written);
      if (read.isPresent() && read.get().unit() != Unit.ITEM) {
        return new Numbering(ElementKind.of(read.get().unit()), read.get(), written);
      }
      ElementKind kind = point.heading() ? ElementKind.SECTION : ElementKind.ITEM;
      if (read.isPresent()) {
        return new Numbering(kind, read.get(), written);
      }
      String dotted = written.matches("[\\p{L}\\p{Nd}]+(?: [a-z]+)?") ? written + "." : written;
      return new Numbering(kind, ProvisionNumber.find(dotted).orElse(null), dotted);
    }
  }
}
