package org.parley.model.text;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.place.PlaceId;
import org.parley.model.source.SourceId;

/// A unit that is negotiated: a point, provision or article of an instrument, or a chapter of them.
///
/// @param id its id
/// @param number its number as the parties use it: `14`, `5(b)`
/// @param title its subject, in a few words
/// @param summary its content as reported
/// @param instrument its instrument
/// @param partOf the chapter or article it stands in, a point of the same instrument
/// @param order its place beside the others there; default: by number, after those with a place
/// @param heading whether it only groups the points in it, and is counted through them
/// @param content how well its content is known
/// @param topics its PA-X topic codes
/// @param weight its weight in weighted completeness, 1 or more; default: 1
/// @param components its parts, if claims distinguish them
/// @param options the recorded ways to settle it
/// @param quantity the number that settles it, instead of options
/// @param texts the versions of its text, oldest first
/// @param versions the versions of the instrument that contain it; empty for all
/// @param places the places it concerns
/// @param source its sources
public record Point(
    PointId id,
    String number,
    LocalizedText title,
    @Nullable String summary,
    InstrumentId instrument,
    @Nullable PointId partOf,
    @Nullable Integer order,
    boolean heading,
    Content content,
    List<String> topics,
    @Nullable Integer weight,
    List<Component> components,
    List<Option> options,
    @Nullable Quantity quantity,
    List<TextVersion> texts,
    List<String> versions,
    List<PlaceId> places,
    List<SourceId> source,
    Visibility visibility)
    implements CaseRecord {

  /// The certainty of a point's content.
  public enum Content {
    /// Number and content are reported; the default.
    REPORTED,
    /// The content is reported; its number is inferred.
    NUMBER_INFERRED,
    /// The content is in no report gathered; statements about it rest on order and predecessors.
    UNVERIFIED
  }

  public Point {
    topics = List.copyOf(topics);
    components = List.copyOf(components);
    options = List.copyOf(options);
    texts = List.copyOf(texts);
    versions = List.copyOf(versions);
    places = List.copyOf(places);
    source = List.copyOf(source);
  }

  /// A point directly in its instrument, without a quantity and at no named place.
  public Point(
      PointId id,
      String number,
      LocalizedText title,
      @Nullable String summary,
      InstrumentId instrument,
      Content content,
      List<String> topics,
      @Nullable Integer weight,
      List<Component> components,
      List<Option> options,
      List<TextVersion> texts,
      List<String> versions,
      List<SourceId> source,
      Visibility visibility) {
    this(
        id,
        number,
        title,
        summary,
        instrument,
        null,
        null,
        false,
        content,
        topics,
        weight,
        components,
        options,
        null,
        texts,
        versions,
        List.of(),
        source,
        visibility);
  }

  /// The same with other options.
  public Point withOptions(List<Option> others) {
    return new Point(
        id,
        number,
        title,
        summary,
        instrument,
        partOf,
        order,
        heading,
        content,
        topics,
        weight,
        components,
        others,
        quantity,
        texts,
        versions,
        places,
        source,
        visibility);
  }

  /// The same with other versions of its text.
  public Point withTexts(List<TextVersion> others) {
    return new Point(
        id,
        number,
        title,
        summary,
        instrument,
        partOf,
        order,
        heading,
        content,
        topics,
        weight,
        components,
        options,
        quantity,
        others,
        versions,
        places,
        source,
        visibility);
  }

  /// Whether there is something to choose: two options, or a quantity.
  public boolean isOpen() {
    return options.size() > 1 || quantity != null;
  }

  @Override
  public Point withNames(UnaryOperator<LocalizedText> names) {
    return new Point(
        id,
        number,
        names.apply(title),
        summary,
        instrument,
        partOf,
        order,
        heading,
        content,
        topics,
        weight,
        components.stream().map(each -> each.withNames(names)).toList(),
        options.stream().map(each -> each.withNames(names)).toList(),
        quantity == null ? null : quantity.withNames(names),
        texts,
        versions,
        places,
        source,
        visibility);
  }

  @Override
  public Point visiblePartFor(Viewer viewer) {
    return withParts(
        components.stream().filter(c -> c.visibility().visibleTo(viewer)).toList(),
        options.stream().filter(o -> o.visibility().visibleTo(viewer)).toList(),
        texts.stream().filter(t -> t.visibility().visibleTo(viewer)).toList());
  }

  /// The same point with other parts.
  public Point withParts(
      List<Component> withComponents, List<Option> withOptions, List<TextVersion> withTexts) {
    return new Point(
        id,
        number,
        title,
        summary,
        instrument,
        partOf,
        order,
        heading,
        content,
        topics,
        weight,
        withComponents,
        withOptions,
        quantity,
        withTexts,
        versions,
        places,
        source,
        visibility);
  }
}
