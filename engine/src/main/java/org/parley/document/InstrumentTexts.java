package org.parley.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.text.AuthenticText;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.Point;
import org.parley.model.text.TextVersion;
import org.parley.provision.HolderNames;
import org.parley.round.Accord;

/// The texts of an instrument in a view: versions that are on record whole, and versions put
/// together from the texts of its points. A whole text comes before one of points with its name.
public final class InstrumentTexts {

  /// A text that an instrument has.
  ///
  /// @param version its name
  /// @param date its date
  /// @param whole the version that has it whole; null if it is put together from points
  /// @param languages its languages, BCP 47 tags, the first one first; empty if none is on record
  public record AvailableText(
      String version, Edtf date, @Nullable InstrumentVersion whole, List<String> languages) {
    public AvailableText {
      languages = List.copyOf(languages);
    }
  }

  private final CaseView view;
  private final Instrument instrument;
  private final List<AvailableText> texts;

  private InstrumentTexts(CaseView view, Instrument instrument) {
    this.view = view;
    this.instrument = instrument;
    Map<String, AvailableText> found = new LinkedHashMap<>();
    instrument.versions().stream()
        .filter(each -> each.text() != null)
        .forEach(each -> found.put(each.version(), whole(each)));
    for (Point point : points()) {
      point.texts().forEach(each -> found.merge(each.version(), ofPoint(each), this::joined));
    }
    this.texts =
        found.values().stream()
            .sorted(Comparator.comparing(each -> each.date().latestDay()))
            .toList();
  }

  /// The texts of an instrument.
  public static InstrumentTexts of(CaseView view, Instrument instrument) {
    return new InstrumentTexts(view, instrument);
  }

  private static AvailableText whole(InstrumentVersion version) {
    Set<String> languages = new LinkedHashSet<>();
    if (version.language() != null) {
      languages.add(version.language());
    }
    version.languages().forEach(each -> languages.add(each.language()));
    return new AvailableText(version.version(), version.date(), version, List.copyOf(languages));
  }

  private static AvailableText ofPoint(TextVersion text) {
    String language = text.language();
    return new AvailableText(
        text.version(), text.date(), null, language == null ? List.of() : List.of(language));
  }

  private AvailableText joined(AvailableText one, AvailableText other) {
    if (one.whole() != null) {
      return one;
    }
    Set<String> languages = new LinkedHashSet<>(one.languages());
    languages.addAll(other.languages());
    boolean isLater = one.date().latestDay().isBefore(other.date().latestDay());
    return new AvailableText(
        one.version(), isLater ? other.date() : one.date(), null, List.copyOf(languages));
  }

  /// Every text, the oldest first.
  public List<AvailableText> list() {
    return texts;
  }

  /// A text by the name of its version.
  public Optional<AvailableText> find(String version) {
    return texts.stream().filter(each -> each.version().equals(version)).findFirst();
  }

  /// Who sees an element of a text.
  public Visibility readers(AvailableText text, DocumentElement element) {
    if (text.whole() != null) {
      return instrument.visibility();
    }
    Visibility readers = null;
    for (Point point : points()) {
      if (element.point() == null || element.point().equals(point.id())) {
        for (TextVersion each : point.texts()) {
          if (each.version().equals(text.version())) {
            Visibility own = point.visibility().and(each.visibility());
            readers = readers == null ? own : readers.or(own);
          }
        }
      }
    }
    return readers == null ? instrument.visibility() : instrument.visibility().and(readers);
  }

  /// The tree of a text.
  ///
  /// @param language one of its languages; null for the first
  public DocumentText read(AvailableText text, @Nullable String language) {
    String wanted =
        language == null && !text.languages().isEmpty() ? text.languages().getFirst() : language;
    InstrumentVersion whole = text.whole();
    if (whole != null && Accord.isOne(words(whole, wanted))) {
      return DocumentReader.lines(words(whole, wanted), wanted);
    }
    return whole == null
        ? PointTexts.read(view, instrument, points(), text, wanted)
        : DocumentReader.read(words(whole, wanted), wanted, HolderNames.of(view.parties())::find);
  }

  private static String words(InstrumentVersion version, @Nullable String language) {
    String first = Objects.requireNonNullElse(version.text(), "");
    return language == null || language.equals(version.language())
        ? first
        : version.languages().stream()
            .filter(each -> each.language().equals(language))
            .map(AuthenticText::text)
            .findFirst()
            .orElse(first);
  }

  private List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (Point each : view.points()) {
      if (each.instrument().equals(instrument.id())) {
        points.add(each);
      }
    }
    return points;
  }
}
