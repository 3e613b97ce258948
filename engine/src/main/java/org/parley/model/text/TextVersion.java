package org.parley.model.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;

/// A version of the text of a point: plain words, and brackets around words that are not agreed.
///
/// @param version its number or name, unique within the point
/// @param date the date it was on the table
/// @param status its status
/// @param text the text, segment by segment
/// @param language its language as a BCP 47 tag: `en`, `es`; default: not recorded
/// @param source its sources
public record TextVersion(
    String version,
    Edtf date,
    TextStatus status,
    List<Segment> text,
    @Nullable String language,
    List<SourceId> source,
    Visibility visibility) {

  public TextVersion {
    text = List.copyOf(text);
    source = List.copyOf(source);
  }

  /// A version in a language that is not recorded.
  public TextVersion(
      String version,
      Edtf date,
      TextStatus status,
      List<Segment> text,
      List<SourceId> source,
      Visibility visibility) {
    this(version, date, status, text, null, source, visibility);
  }

  /// Whether it has no brackets.
  public boolean isClean() {
    return text.stream().noneMatch(Segment.Bracket.class::isInstance);
  }
}
